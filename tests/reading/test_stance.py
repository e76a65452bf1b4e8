"""How firmly a clause stands: sentences of our own, the word asked about, and what it must be read as."""

from __future__ import annotations

import pytest

from factcheck.reading import syntax
from factcheck.reading.parse import language
from factcheck.reading.stance import stance

# A sentence, its word, and the polarity, certainty and quantifier of that word's clause.
Case = tuple[str, str, str, str, str | None]

NOT_SO: list[Case] = [
    ("The surgeon did not operate on the patient.", "operate", "negative", "asserted", None),
    ("The referee didn't stop the match.", "stop", "negative", "asserted", None),
    ("The striker failed to convert the penalty.", "convert", "negative", "asserted", None),
    ("The defendant refused to name his accomplices.", "name", "negative", "asserted", None),
    ("The bank declined to publish the audit.", "publish", "negative", "asserted", None),
    ("The clinic neglected to sterilise its instruments.", "sterilise", "negative", "asserted", None),
    ("The nurse forgot to lock the cabinet.", "lock", "negative", "asserted", None),
    ("The ministry omitted to inform parliament.", "inform", "negative", "asserted", None),
    ("Rescuers were unable to reach the valley.", "reach", "negative", "asserted", None),
    ("The pilot was not able to land.", "land", "negative", "asserted", None),
    ("The regulator stopped short of fining the lender.", "fining", "negative", "asserted", None),
    ("The company fell short of meeting its target.", "meeting", "negative", "asserted", None),
    ("The general left without signing the truce.", "signing", "negative", "asserted", None),
    ("The mayor did nothing to halt the demolition.", "halt", "negative", "asserted", None),
    ("The treaty has yet to enter into force.", "enter", "negative", "asserted", None),
    ("The accounts have yet to be audited.", "audited", "negative", "asserted", None),
    ("The factory no longer employs apprentices.", "employs", "negative", "asserted", None),
    ("The river is no longer rising.", "rising", "negative", "asserted", None),
    ("Far from calming the crowd, the speech enraged it.", "calming", "negative", "asserted", None),
    ("Instead of cutting rates, the bank raised them.", "cutting", "negative", "asserted", None),
    ("Rather than appeal the verdict, the club paid.", "appeal", "negative", "asserted", None),
    ("Volunteers prevented the fire from spreading.", "spreading", "negative", "asserted", None),
    ("Police stopped the marchers from entering the square.", "entering", "negative", "asserted", None),
    ("The judge refrained from commenting.", "commenting", "negative", "asserted", None),
    ("The goalkeeper kept the visitors from scoring.", "scoring", "negative", "asserted", None),
    ("The patient was too weak to travel.", "travel", "negative", "asserted", None),
    ("The spokeswoman neither confirmed nor denied the merger.", "confirmed", "negative", "asserted", None),
    ("The market hardly moved.", "moved", "negative", "asserted", None),
    ("The committee stopped funding the orchestra.", "funding", "negative", "asserted", None),
    ("The senator was reluctant to endorse the bill.", "endorse", "negative", "hedged", None),
    ("The airline cancelled the flight and did not refund passengers.", "refund", "negative", "asserted", None),
    ("Nor did the coach apologise.", "apologise", "negative", "asserted", None),
    ("The company has not paid the fine or published the report.", "published", "negative", "asserted", None),
    ("The vaccine is not effective, doctors said.", "is", "negative", "asserted", None),
    ("The refusal to extradite the banker angered Madrid.", "extradite", "negative", "asserted", None),
    ("The failure to repair the bridge cost lives.", "repair", "negative", "asserted", None),
    ("The drug did not cause the deaths.", "cause", "negative", "asserted", None),
    ("The two sides could not agree on a date.", "agree", "negative", "asserted", None),
    ("The suspect cannot travel abroad.", "travel", "negative", "asserted", None),
    ("The hospital was never told of the recall.", "told", "positive", "asserted", "never"),
]

SO_ALL_THE_SAME: list[Case] = [
    ("The minister did not deny that the dam leaked.", "leaked", "positive", "asserted", None),
    ("The champion did not fail to impress.", "impress", "positive", "asserted", None),
    ("The court did not hesitate to jail him.", "jail", "positive", "asserted", None),
    ("The shares not only recovered but hit a record.", "recovered", "positive", "asserted", None),
    ("The flood not only destroyed the mill but also buried a farm.", "destroyed", "positive", "asserted", None),
    ("The school did not reopen until Monday.", "reopen", "positive", "asserted", None),
    ("It was not until Friday that the troops withdrew.", "withdrew", "positive", "asserted", None),
    ("The board could not but accept the offer.", "accept", "positive", "asserted", None),
    ("The envoy could not help smiling.", "smiling", "positive", "asserted", None),
    ("The team did not win without suffering.", "suffering", "positive", "asserted", None),
    ("No doubt the storm damaged the crop.", "damaged", "positive", "asserted", None),
    ("No sooner had the ferry docked than passengers rushed out.", "docked", "positive", "asserted", None),
    ("The firm employs no more than 40 people.", "employs", "positive", "asserted", None),
    ("The quake injured no fewer than 60 people.", "injured", "positive", "asserted", None),
    ("The court sentenced him to nothing less than life.", "sentenced", "positive", "asserted", None),
    ("The ship left not one hour too soon.", "left", "positive", "asserted", None),
]

CAME_OFF: list[Case] = [
    ("The swimmer managed to reach the shore.", "reach", "positive", "asserted", None),
    ("The engineers succeeded in sealing the well.", "sealing", "positive", "asserted", None),
    ("The climber was able to call for help.", "call", "positive", "asserted", None),
    ("The flood forced the plant to close.", "close", "positive", "asserted", None),
    ("The champion went on to win the title.", "win", "positive", "asserted", None),
    ("The lender happened to own the building.", "own", "positive", "asserted", None),
    ("The ministry began distributing seed.", "distributing", "positive", "asserted", None),
    ("The striker continued to play.", "play", "positive", "asserted", None),
    ("The swimmer did not manage to reach the shore.", "reach", "negative", "asserted", None),
    ("The engineers did not succeed in sealing the well.", "sealing", "negative", "asserted", None),
    ("The virus helped kill the herd.", "kill", "positive", "asserted", None),
]

OPEN: list[Case] = [
    ("The burglar tried to open the safe.", "open", "positive", "unreal", None),
    ("The rebels attempted to seize the airport.", "seize", "positive", "unreal", None),
    ("The airline sought to block the strike.", "block", "positive", "unreal", None),
    ("The council plans to close the pool.", "close", "positive", "future", None),
    ("The bank planned to dismiss 300 clerks.", "dismiss", "positive", "future", None),
    ("The train was about to leave.", "leave", "positive", "future", None),
    ("The union threatened to strike.", "strike", "positive", "unreal", None),
    ("The insurer offered to pay the damages.", "pay", "positive", "unreal", None),
    ("The company pledged to hire 200 engineers.", "hire", "positive", "future", None),
    ("The president promised to free the prisoners.", "free", "positive", "future", None),
    ("The club agreed to sell the midfielder.", "sell", "positive", "future", None),
    ("The general ordered his men to retreat.", "retreat", "positive", "wished", None),
    ("The charity urged the government to release the funds.", "release", "positive", "wished", None),
    ("The judge asked the jury to ignore the remark.", "ignore", "positive", "wished", None),
    ("Doctors want the ward to stay open.", "stay", "positive", "wished", None),
    ("The plan to close the library was shelved.", "close", "positive", "future", None),
    ("An attempt to refloat the tanker ended in chaos.", "refloat", "positive", "unreal", None),
    ("Crews flew in to rescue the miners.", "rescue", "positive", "unreal", None),
    ("The law aims to curb emissions.", "curb", "positive", "unreal", None),
    ("The thieves were accused of stealing the painting.", "stealing", "positive", "alleged", None),
    ("The mayor was suspected of taking bribes.", "taking", "positive", "alleged", None),
    ("The boy pretended to sleep.", "sleep", "positive", "unreal", None),
    ("The firm is banned from exporting arms.", "exporting", "positive", "unreal", None),
]

TAKEN_FOR_GRANTED: list[Case] = [
    ("The minister regretted that the talks collapsed.", "collapsed", "positive", "asserted", None),
    ("The captain did not know that the hull leaked.", "leaked", "positive", "asserted", None),
    ("The owner was aware that the wiring failed inspection.", "failed", "positive", "asserted", None),
    ("The nurse did not realise that the pump stopped.", "stopped", "positive", "asserted", None),
    ("The chairman admitted that the firm lost millions.", "lost", "positive", "asserted", None),
    ("The bank did not disclose that it lost millions.", "lost", "positive", "asserted", None),
    ("The coach forgot that the match started early.", "started", "positive", "asserted", None),
    ("The jury ignored the fact that he confessed.", "confessed", "positive", "asserted", None),
]

DENIED: list[Case] = [
    ("The minister denied that the army shelled the port.", "shelled", "positive", "denied", None),
    ("The player denied taking the drug.", "taking", "positive", "denied", None),
    ("The firm rejected claims that it dumped waste.", "dumped", "positive", "denied", None),
    ("The ministry dismissed reports that the envoy resigned.", "resigned", "positive", "denied", None),
    ("The police did not say that the man fled.", "fled", "positive", "unreal", None),
    ("The committee found no evidence that the votes were forged.", "forged", "positive", "unreal", None),
    ("Experts doubt that the lake froze.", "froze", "positive", "unreal", None),
    ("It is not true that the dam burst.", "burst", "positive", "unreal", None),
    ("The claim that the dam burst is false.", "burst", "positive", "unreal", None),
    ("The trader falsely claimed that the fund doubled.", "doubled", "positive", "unreal", None),
    ("The website wrongly reported that the singer died.", "died", "positive", "unreal", None),
    ("The manager did not think that the team deserved it.", "deserved", "positive", "unreal", None),
    ("Auditors were not aware of any employee taking money.", "taking", "positive", "unreal", None),
]

HEDGED: list[Case] = [
    ("The blaze may have started in the attic.", "started", "positive", "hedged", None),
    ("The fault might delay the launch.", "delay", "positive", "hedged", None),
    ("The outbreak could spread to the coast.", "spread", "positive", "hedged", None),
    ("The attack possibly targeted a convoy.", "targeted", "positive", "hedged", None),
    ("The virus probably came from bats.", "came", "positive", "hedged", None),
    ("The president appears to have lost.", "lost", "positive", "hedged", None),
    ("The quake seems to have damaged the reactor.", "damaged", "positive", "hedged", None),
    ("It appears that the suspect fled.", "fled", "positive", "hedged", None),
    ("The general is believed to have fled.", "fled", "positive", "hedged", None),
    ("The gang is thought to have stolen the gems.", "stolen", "positive", "hedged", None),
    ("The tycoon is said to own three islands.", "own", "positive", "alleged", None),
    ("The actor is rumoured to have married.", "married", "positive", "alleged", None),
    ("The envoy reportedly resigned.", "resigned", "positive", "alleged", None),
    ("The envoy was told that the pump had been repaired.", "repaired", "positive", "alleged", None),
    ("The envoy was told by the mayor that the pump had been repaired.", "repaired", "positive", "asserted", None),
    ("The mayor told the envoy that the pump had been repaired.", "repaired", "positive", "asserted", None),
    ("The guards allegedly beat the inmate.", "beat", "positive", "alleged", None),
    ("According to unconfirmed reports, the rebels shot down a helicopter.", "shot", "positive", "alleged", None),
    ("According to some reports, the bridge collapsed.", "collapsed", "positive", "alleged", None),
    ("The tax is likely to hurt farmers.", "hurt", "positive", "hedged", None),
    ("The airport is unlikely to reopen.", "reopen", "negative", "hedged", None),
    ("The defendant must have known.", "known", "positive", "hedged", None),
    ("Perhaps the goalkeeper slipped.", "slipped", "positive", "hedged", None),
    ("The pilot apparently fell asleep.", "fell", "positive", "hedged", None),
    ("The parade took place in May.", "took", "positive", "asserted", None),
    ("The storm killed a fisherman who may have ignored warnings.", "killed", "positive", "asserted", None),
    ("The alleged leak flooded the cellar.", "flooded", "positive", "alleged", None),
    ("Detectives are studying an alleged theft.", "studying", "positive", "asserted", None),
    ("Freeze your card at once.", "Freeze", "positive", "wished", None),
    ("A suspected arsonist burned the barn.", "burned", "positive", "asserted", None),
]

TO_COME: list[Case] = [
    ("The museum will reopen in autumn.", "reopen", "positive", "future", None),
    ("The firm is going to build a plant.", "build", "positive", "future", None),
    ("The trial is expected to last three weeks.", "last", "positive", "future", None),
    ("The summit is scheduled to open on Monday.", "open", "positive", "future", None),
    ("The two leaders are to meet in Vienna.", "meet", "positive", "future", None),
    ("The minister said the levy would rise.", "rise", "positive", "future", None),
    ("The government should lower the tax.", "lower", "positive", "wished", None),
    ("The court must free the journalist.", "free", "positive", "wished", None),
    ("The players need to rest.", "rest", "positive", "wished", None),
    ("It is high time the bank paid its debts.", "paid", "positive", "wished", None),
    ("It's about time that the bank paid its debts.", "paid", "positive", "wished", None),
    ("If the levee breaks, the town will drown.", "breaks", "positive", "conditional", None),
    ("If the levee breaks, the town will drown.", "drown", "positive", "conditional", None),
    ("The plant will close unless a buyer appears.", "close", "positive", "conditional", None),
    ("The plant will close unless a buyer appears.", "appears", "positive", "conditional", None),
    ("Should the rains fail, the harvest would collapse.", "fail", "positive", "conditional", None),
    ("Should the rains fail, the harvest would collapse.", "collapse", "positive", "conditional", None),
    ("Had the alarm sounded, the guests would have escaped.", "sounded", "positive", "unreal", None),
    ("Had the alarm sounded, the guests would have escaped.", "escaped", "positive", "unreal", None),
    ("The guests would have died had it not been for the porter.", "died", "positive", "unreal", None),
    ("The leak could have poisoned the town.", "poisoned", "positive", "unreal", None),
    ("The referee should have stopped the fight.", "stopped", "positive", "unreal", None),
    ("He behaved as if he owned the club.", "owned", "positive", "unreal", None),
    ("The crowd cheered as though the war had ended.", "ended", "positive", "unreal", None),
    ("The coach wishes the club had kept the striker.", "kept", "positive", "unreal", None),
    ("The strike ended even though the talks failed.", "failed", "positive", "asserted", None),
]

ASKED: list[Case] = [
    ("Did the bank hide the losses?", "hide", "positive", "asked", None),
    ("Who shot the mayor?", "shot", "positive", "asked", None),
    ("The reporter asked whether the minister lied.", "lied", "positive", "asked", None),
    ("Investigators are examining whether the driver drank.", "drank", "positive", "asked", None),
    ("The family wants to know if the hospital erred.", "erred", "positive", "asked", None),
    ("The inquiry will determine whether the brakes failed.", "failed", "positive", "asked", None),
]

TWICE_DENIED: list[Case] = [
    ("Nobody denied that the bridge cracked.", "cracked", "positive", "asserted", None),
    ("The judge never doubted that the boy lied.", "lied", "positive", "asserted", None),
    ("The company did not prevent the gas from leaking.", "leaking", "positive", "asserted", None),
    ("The reporter was not wrong to publish the photo.", "publish", "positive", "asserted", None),
    ("The team did not leave without thanking the fans.", "thanking", "positive", "asserted", None),
]


def read(sentence: str, word: str) -> stance.Stance:
    doc = language()(sentence)
    head = next(token for token in doc if token.text == word)
    return stance.read(doc, head, *syntax.clause_span(head))


@pytest.mark.parametrize(
    ("sentence", "word", "polarity", "certainty", "quantifier"),
    [
        *NOT_SO,
        *SO_ALL_THE_SAME,
        *CAME_OFF,
        *OPEN,
        *TAKEN_FOR_GRANTED,
        *DENIED,
        *HEDGED,
        *TO_COME,
        *ASKED,
        *TWICE_DENIED,
    ],
)
def test_stance(sentence: str, word: str, polarity: str, certainty: str, quantifier: str | None) -> None:
    found = read(sentence, word)
    assert (found.polarity, found.certainty, found.quantifier) == (polarity, certainty, quantifier)


@pytest.mark.parametrize(
    ("sentence", "noun", "certainty"),
    [
        ("Police are investigating an alleged burglary.", "burglary", "alleged"),
        ("The planned strike worries farmers.", "strike", "unreal"),
        ("A suspected poisoning emptied the school.", "poisoning", "hedged"),
        ("The threat of a strike worries farmers.", "strike", "unreal"),
        ("The strike worries farmers.", "strike", "asserted"),
    ],
)
def test_certainty_of_a_noun(sentence: str, noun: str, certainty: str) -> None:
    doc = language()(sentence)
    word = next(token for token in doc if token.text == noun)
    root = next(token for token in doc if token.dep_ == "ROOT")
    assert stance.read(doc, root, 0, len(doc), word).certainty == certainty


@pytest.mark.parametrize(
    ("sentence", "verb", "noun", "expected"),
    [
        ("The pilot averted a collision.", "averted", "collision", True),
        ("The pilot did not avert a collision.", "avert", "collision", False),
        ("The collision averted a war.", "averted", "collision", False),
        ("The pilot caused a collision.", "caused", "collision", False),
    ],
)
def test_what_a_verb_keeps_from_happening(sentence: str, verb: str, noun: str, expected: bool) -> None:
    words = {token.text: token for token in language()(sentence)}
    assert stance.is_unreal(words[verb], words[noun]) == expected


@pytest.mark.parametrize(
    ("sentence", "event", "expected"),
    [
        ("The broker accused the bank of hiding losses.", "accused", True),
        ("The broker accused the bank of hiding losses.", "hiding", False),
        ("The club, which the broker accused of fraud, sold its ground.", "sold", True),
    ],
)
def test_an_accusation_itself_is_not_alleged(sentence: str, event: str, expected: bool) -> None:
    word = next(token for token in language()(sentence) if token.text == event)
    assert stance.is_telling(word, word, "accuse") == expected
