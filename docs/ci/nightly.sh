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

# The newest report there is: what is new beside it comes first.
last=$(ls -d reports/????-??-??/report.json 2>/dev/null | tail -n 1)
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
