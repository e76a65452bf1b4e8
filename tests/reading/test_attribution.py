"""Who is credited with what: direct, indirect and mixed speech, relays, pronouns, and the own voice of a source."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.reading import paragraphs
from factcheck.reading.attribution import attribution, people, quotations
from factcheck.reading.attribution.attribution import Credit
from factcheck.reading.parse import parse


@cache
def read(text: str) -> attribution.Attribution:
    layout = paragraphs.split(text)
    blocks = list(parse(text, layout))
    return attribution.read(blocks, quotations.find(text, layout), people.read(blocks, text), text)


def credit(text: str, words: str) -> Credit:
    start = text.index(words)
    return read(text).of(start, start + len(words))


# text, the words asked about, and the holder's name
HOLDERS = [
    # the subject that commas cut off from its verb
    ("Ms Jensen, reading the plan, complained in a note: “It leaks.”", "It leaks", "Jensen"),
    ("“The dyke is no use,” Peter Hall, the head of the river group Dry Feet, tweeted.", "The dyke", "Peter Hall"),
    ("Forty homes were flooded by noon, a police spokeswoman, Ana Lund, said.", "Forty homes", "Ana Lund"),
    ("“We check every pump,” said its managing director, Olaf Dahl.", "We check", "Olaf Dahl"),
    ("“We need boats,” warned its director in Nairobi, Olaf Dahl.", "We need boats", "Olaf Dahl"),
    # whom a relative pronoun stands for
    (
        "The dyke broke, said Maria Jensen of the Miners' Union, which claimed that nobody came.",
        "nobody came",
        "Miners' Union",
    ),
    ("It drew the anger of Justice Maria Jensen who said the dyke was weak.", "the dyke was weak", "Maria Jensen"),
    # where what is told ends
    ("Forty homes were flooded, police said; farmers put the number at sixty.", "Forty homes", "police"),
    ("Engineers found “no fault”, a letter seen by this newspaper shows.", "Engineers found “no fault”", "letter"),
    (
        "The dyke is weak, according to the charity Dry Feet, which called on the state to build.",
        "The dyke is weak",
        "Dry Feet",
    ),
    (
        "The dyke is weak, according to the charity Dry Feet, which called on the state to build",
        "The dyke is weak, according to the charity Dry Feet, which called on the state to build",
        "Dry Feet",
    ),
    ("Maria Jensen said prices are rising in the town.", "prices are rising", "Maria Jensen"),
    ("Maria Jensen said that the bill passes in May and urged members to wait.", "members to wait", "Maria Jensen"),
    # somebody inside a quotation
    ("“My teacher told me that I would drown one day,” said Maria Jensen.", "I would drown one day", "teacher"),
    ("“Our agent said we had to leave the house,” said Maria Jensen.", "we had to leave the house", "agent"),
    ("Olaf Dahl denied reports that the pump had failed.", "the pump had failed", "Olaf Dahl"),
    (
        "The reporter Ana Lund asked Olaf Dahl, “Were you there?” His response: “I was at home.”",
        "I was at home",
        "Olaf Dahl",
    ),
    # direct: cue after, before, inside, inverted
    ("“The river rose all night,” Maria Jensen said.", "The river rose all night", "Maria Jensen"),
    ("“The river rose all night,” said Maria Jensen, the mayor of Hadley.", "The river rose all night", "Maria Jensen"),
    ("Maria Jensen said: “The river rose all night.”", "The river rose all night", "Maria Jensen"),
    ("Maria Jensen told reporters: “The river rose all night.”", "The river rose all night", "Maria Jensen"),
    ("“The river rose,” Maria Jensen said, “and nobody warned us.”", "nobody warned us", "Maria Jensen"),
    ("“The river rose,” Maria Jensen said. “Nobody warned us.”", "Nobody warned us", "Maria Jensen"),
    ("“Prices fell,” Peter Hall, an economist at Norland Bank, said.", "Prices fell", "Peter Hall"),
    ("“The vote was fair,” according to Norland Watch.", "The vote was fair", "Norland Watch"),
    ("“How did it start?” Maria Jensen was quoted as saying.", "How did it start", "Maria Jensen"),
    # direct, over paragraphs
    ("“The river rose,” Maria Jensen said.\n“Nobody warned us of anything.”", "Nobody warned us", "Maria Jensen"),
    ("“The river rose.\n“Nobody warned us,” Maria Jensen said.", "The river rose", "Maria Jensen"),
    (
        "On Friday, a spokesman for Maria Jensen said:\n“She will not resign over this.”",
        "She will not resign",
        "Maria Jensen's spokesman",
    ),
    ("Maria Jensen said the city was safe.\n“We have doubled the number of pumps.”", "We have doubled", "Maria Jensen"),
    # indirect
    ("Maria Jensen said that forty homes were flooded.", "forty homes were flooded", "Maria Jensen"),
    ("Maria Jensen said forty homes were flooded.", "forty homes were flooded", "Maria Jensen"),
    ("Forty homes were flooded, Maria Jensen said.", "Forty homes were flooded", "Maria Jensen"),
    (
        "Forty homes were flooded on Sunday, the Hadley Fire Service said in a statement.",
        "Forty homes were flooded",
        "Hadley Fire Service",
    ),
    ("Forty homes were flooded on Sunday a fire officer said.", "Forty homes were flooded", "fire officer"),
    ("Forty homes, Maria Jensen said, were flooded.", "were flooded", "Maria Jensen"),
    ("According to Maria Jensen, forty homes were flooded.", "forty homes were flooded", "Maria Jensen"),
    ("Forty homes were flooded, according to Maria Jensen.", "Forty homes were flooded", "Maria Jensen"),
    ("Forty homes were flooded, according to figures from the Red Cross.", "Forty homes were flooded", "Red Cross"),
    (
        "As the mayor put it, the city is drowning. Maria Jensen is the mayor of Hadley.",
        "the city is drowning",
        "Maria Jensen",
    ),
    ("Campaigners point out that fees have doubled.", "fees have doubled", "Campaigners"),
    ("Norland Watch has warned that the count was slow.", "the count was slow", "Norland Watch"),
    ("A report by Norland Watch found that the count was slow.", "the count was slow", "Norland Watch"),
    (
        "Estimates from other polling firms, which put turnout at 60 percent, were higher.",
        "turnout at 60 percent",
        "other polling firms",
    ),
    (
        "Figures released by Norland Watch which claimed that turnout was low were wrong.",
        "turnout was low",
        "Norland Watch",
    ),
    (
        "Ministers rejected the suggestion by Norland Watch that the count was slow.",
        "the count was slow",
        "Norland Watch",
    ),
    ("Norland Watch's claim that the count was slow is new.", "the count was slow", "Norland Watch"),
    ("Doctors voiced fears that the ward would close.", "the ward would close", "Doctors"),
    ("The club denied paying the agent twice.", "paying the agent twice", "club"),
    ("Sweden and Finland say the cable was cut.", "the cable was cut", "Sweden and Finland"),
    ("The regulator criticised the bank, saying it had misled clients.", "it had misled clients", "regulator"),
    # mixed
    (
        "Maria Jensen said the pumps were “far too old to be of any use” on the night.",
        "far too old to be",
        "Maria Jensen",
    ),
    ("The coach dismissed the report as “nonsense”.", "nonsense", "coach"),
    # pronouns
    ("Maria Jensen met farmers on Friday. She said the dam would hold.", "the dam would hold", "Maria Jensen"),
    ("Ms Jensen met Peter Hall on Friday. He said the dam would hold.", "the dam would hold", "Peter Hall"),
    ("The mayor's spokeswoman dismissed the claim. “We are ready,” she said.", "We are ready", "mayor's spokeswoman"),
    ("Peter Hall spoke for an hour.\nAt the end, he said that he would resign.", "he would resign", "Peter Hall"),
    ("Norland Watch published its count. It said turnout was low.", "turnout was low", "Norland Watch"),
    (
        "The Coast Guard said two boats sank. A third was missing, the statement added.",
        "A third was missing",
        "Coast Guard",
    ),
    # what the parse loses
    ("The airline said in a statement that 12 flights were cancelled.", "12 flights were cancelled", "airline"),
    ("“Nine wards,” said the director, Lena Okafor, “will close soon after winter.”", "will close soon", "Lena Okafor"),
    ("One of the nurses, Lena Okafor, says nine wards will close.", "nine wards will close", "Lena Okafor"),
    ("The WHO said nine wards would close.", "nine wards would close", "WHO"),
    ("Doctors say the wards are full, and that the roof leaks.", "the roof leaks", "Doctors"),
    ("“We will close nine wards this year” the hospital trust said.", "We will close", "hospital trust"),
    ("Lena Okafor was blunt:\n\n“Nine wards will close.\n\n“I see no way out.”", "I see no way out", "Lena Okafor"),
    ("“Nine wards will close,” Lena Okafor is expected to say.", "Nine wards will close", "Lena Okafor"),
    ("Karl Winter was accused by prosecutors of hiding $3 million.", "of hiding $3 million", "prosecutors"),
    ("State radio quoted the minister as saying that nine mines would close.", "nine mines would close", "minister"),
    ("Karl Winter was told by Lena Okafor that nine wards would close.", "nine wards would close", "Lena Okafor"),
    # spokesmen and lawyers
    ("Karl Winter's lawyer said Winter had never been there.", "had never been there", "Karl Winter's lawyer"),
    ("A lawyer for Karl Winter, Ines Moreau, said he had an alibi.", "he had an alibi", "Ines Moreau"),
    (
        "A spokesperson for Norland Air spoke.\n\n“We have rebooked everyone,” the spokesperson said.",
        "We have rebooked",
        "Norland Air's spokesperson",
    ),
    ("A person familiar with the talks said the bid was low.", "the bid was low", "person familiar with the talks"),
    ("Sources close to the club said the coach would go.", "the coach would go", "Sources close to the club"),
    # documents
    ("Norland Watch published a report on Monday. The report said the count was slow.", "was slow", "Norland Watch"),
    ("In a statement Norland Watch spoke up. It said the count was slow.", "the count was slow", "Norland Watch"),
    (
        "According to a report published by Ines Moreau in the journal Coastal Science, the sea rose.",
        "the sea rose",
        "Ines Moreau",
    ),
    ("The group has a resolution of its own warning that the count was slow.", "the count was slow", "group"),
    # several
    ("Police and witnesses said the bus was full.", "the bus was full", "Police and witnesses"),
    (
        "According to police and hospital officials, the bus was full.",
        "the bus was full",
        "police and hospital officials",
    ),
    ("Both sides accuse each other of shelling the market.", "of shelling the market", "Both sides"),
    (
        "“The dam leaks at night,” Mayor Karl Winter and Council Leader Ines Moreau said.",
        "The dam leaks",
        "Karl Winter and Ines Moreau",
    ),
    ("Critics, among them Karl Winter, say the plan is flawed.", "the plan is flawed", "Critics"),
    # whom a pronoun means
    ("Mr Winter's fear of crowds showed when he said he would stay home.", "he would stay home", "Winter"),
    ("Mr Winter's plan alarmed Mr Hall. He said the dam would break.", "the dam would break", "Hall"),
    (
        "Ines Moreau was heard on Friday, and she was calm. Kim Hall asked her twice. She said the dam was old.",
        "the dam was old",
        "Ines Moreau",
    ),
    ("The raid hit a market, the Norland Observatory said. It said nine died.", "nine died", "Norland Observatory"),
    (
        "The slide cut off the village of Renn drawing anger from mayor Ines Moreau. “We were left alone” she said.",
        "We were left alone",
        "Ines Moreau",
    ),
    (
        "Ines Moreau, the mayor, and her brother Luc Moreau spoke. “I never took a crown,” Mr Moreau said.",
        "I never took a crown",
        "Luc Moreau",
    ),
    # the source's own voice
    ("No group said it had planted the device.", "it had planted the device", None),
    ("The company did not respond to questions about nine lost jobs.", "nine lost jobs", None),
    ("Residents were told that the water was safe.", "the water was safe", None),
    ("Volunteers carried signs: “Save our river and our mill now.”", "Save our river", None),
    ("As the figures were released, the mayor slept through the count.", "the mayor slept", None),
    ("Maria Jensen said the dam would hold. It broke an hour later.", "It broke an hour later", None),
    ("Maria Jensen would not say whether the dam was safe.", "the dam was safe", None),
    ("The so-called “reform” failed in its first year.", "reform", None),
    ("The storm killed nine people on Friday.", "The storm killed nine people", None),
    ("The company released a new phone on Monday.", "a new phone", None),
]


@pytest.mark.parametrize(("text", "words", "name"), HOLDERS)
def test_holder(text: str, words: str, name: str | None) -> None:
    holder = credit(text, words).holder
    assert (holder.name if holder else None) == name


# text, words, class and certainty
MODES = [
    ("Maria Jensen said forty homes were flooded.", "forty homes were flooded", "say", "asserted"),
    ("The opposition claimed that votes were bought.", "votes were bought", "claim", "alleged"),
    ("The police confirmed that two men were arrested.", "two men were arrested", "confirm", "asserted"),
    ("The club denied paying the agent twice.", "paying the agent twice", "deny", "denied"),
    ("The union rejected the offer as an insult.", "the offer as an insult", "reject", "denied"),
    ("Doctors fear that the ward will close.", "the ward will close", "fear", "asserted"),
    ("The union demanded that the manager resign.", "the manager resign", "demand", "wished"),
    ("Reporters asked whether the manager would resign.", "whether the manager would resign", "ask", "asked"),
    ("The minister promised to build ten schools.", "to build ten schools", "promise", "asserted"),
    ("The banker was accused of hiding losses.", "of hiding losses", "accuse", "alleged"),
    ("The storm killed nine people on Friday.", "The storm killed nine people", "own", "asserted"),
]


@pytest.mark.parametrize(("text", "words", "mode", "certainty"), MODES)
def test_mode(text: str, words: str, mode: str, certainty: str) -> None:
    found = credit(text, words)
    assert (found.mode, found.certainty) == (mode, certainty)


# text, words, holder, and who passes it on, innermost first
RELAYS = [
    (
        "Karl Winter said the captain had told him that the engine was dead.",
        "the engine was dead",
        "captain",
        ["Karl Winter"],
    ),
    (
        "The Harbour Gazette, citing doctors, reported that nine wards would close.",
        "nine wards would close",
        "doctors",
        ["Harbour Gazette"],
    ),
    (
        "The Harbour Gazette reported that Lena Okafor had said nine wards would close.",
        "nine wards would close",
        "Lena Okafor",
        ["Harbour Gazette"],
    ),
    (
        "Lena Okafor told the Harbour Gazette that nine wards would close.",
        "nine wards would close",
        "Lena Okafor",
        [],
    ),
]


@pytest.mark.parametrize(("text", "words", "name", "relays"), RELAYS)
def test_relays(text: str, words: str, name: str, relays: list[str]) -> None:
    found = credit(text, words)
    assert found.holder is not None
    assert (found.holder.name, [relay.name for relay in found.relayed_by]) == (name, relays)


def test_a_relay_stands_outside_the_holder() -> None:
    text = "Maria Jensen said that forty homes were flooded, Reuters reported."
    found = credit(text, "forty homes were flooded")
    assert found.holder is not None
    assert found.holder.name == "Maria Jensen"
    assert [relay.name for relay in found.relayed_by] == ["Reuters"]


@pytest.mark.parametrize(
    ("text", "words", "role", "affiliation"),
    [
        ("Norland Police spokesman Peter Hall said two men fled.", "two men fled", "spokesman", "Norland Police"),
        ("A spokesman for Norland Police said two men fled.", "two men fled", "spokesman", "Norland Police"),
        ("A Norland Police spokeswoman said two men fled.", "two men fled", "spokeswoman", "Norland Police"),
    ],
)
def test_role_and_affiliation(text: str, words: str, role: str, affiliation: str) -> None:
    holder = credit(text, words).holder
    assert holder is not None
    assert (holder.role, holder.affiliation) == (role, affiliation)


@pytest.mark.parametrize(
    ("words", "quoted"), [("Nobody warned us of anything", True), ("forty homes were flooded", False)]
)
def test_quotation_flag(words: str, quoted: bool) -> None:
    text = "“Nobody warned us of anything,” Maria Jensen said. She said forty homes were flooded."
    assert credit(text, words).quotation is quoted


# text and words that nobody is credited with
NOBODYS = [
    ("Guards, who have questioned four men, said the door was open.", "questioned four men"),
    ("Ana Lund found the leak on Monday and alerted the guards on Tuesday.", "the guards"),
    ("Ana Lund tweeted a link to a video called “A Day on the Dyke” last week.", "“A Day on the Dyke”"),
]


@pytest.mark.parametrize(("text", "words"), NOBODYS)
def test_what_no_cue_tells_is_the_papers_own(text: str, words: str) -> None:
    assert credit(text, words).holder is None


def test_an_office_with_a_surname_is_not_that_of_a_relative() -> None:
    text = "President Roe flew to Oslo. The first lady, Ann Roe, stayed. “It was cold,” Mr. Roe said."
    assert getattr(credit(text, "It was cold").holder, "name", None) == "Roe"


def test_a_headline_may_name_its_source() -> None:
    text = "Red Cross: forty homes flooded in Hadley\n\nThe Red Cross said forty homes were flooded on Sunday."
    holder = credit(text, "forty homes flooded in Hadley").holder
    assert holder is not None
    assert holder.name == "Red Cross"
