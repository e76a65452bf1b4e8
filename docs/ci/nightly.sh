#!/bin/sh
# Every night: the brief of a growing folder, into a folder of its own; fails on conflicts that nobody has dismissed.
#
#     nightly.sh [CORPUS]
#
# A line of crontab that sends a mail only when something failed:
#
#     15 3 * * *  cd "$HOME/desk" && ./nightly.sh archive 2>/dev/null || cat reports/last.txt
set -u
corpus=${1:-archive}

# The newest report of a day before: what is new beside it comes first, also when the night is run again.
today=$(date ${SOURCE_DATE_EPOCH:+-u -d "@$SOURCE_DATE_EPOCH"} +%F)
last=$(ls -d reports/????-??-??/report.json 2>/dev/null | grep -v "^reports/$today/" | tail -n 1)
set -- --format html --format json --format findings --format sarif --format junit
[ -n "$last" ] && set -- "$@" --since "$last"
[ -f baseline.json ] && set -- "$@" --baseline baseline.json
# On GitHub: annotations, and the brief as the step's summary.
[ -n "${GITHUB_ACTIONS:-}" ] && set -- "$@" --format github

factcheck report "$corpus" -o 'reports/{date}' --keep 30 --fail-on conflict "$@" 2>reports.log
code=$?
mkdir -p reports && mv reports.log reports/last.txt
cat reports/last.txt >&2
exit $code
