"""English is told from other languages, and never taken for one of them."""

from __future__ import annotations

import pytest

from factcheck.corpus import language

NEWS = (
    "The library on Mill Street will stay shut until spring, the city said. A burst pipe had flooded the "
    "ground floor, and some 4,000 books were lost. “We were told of it at night,” said the head "
    "librarian.\n"
)

OTHERS = {
    "Danish": (
        "Biblioteket i Møllegade er lukket til foråret, oplyser kommunen. Et sprunget rør har sat stueetagen "
        "under vand, og omkring 4.000 bøger gik tabt. Det var først om natten, at vi fik besked, siger "
        "lederen, som nu er her igen."
    ),
    "Dutch": (
        "De bibliotheek in de Molenstraat blijft tot het voorjaar dicht, meldt de stad. Door een gesprongen "
        "leiding was de begane grond onder water gelopen en gingen 4000 boeken of meer verloren. We hadden "
        "het in de nacht gehoord."
    ),
    "French": (
        "La bibliothèque de la rue du Moulin restera fermée jusqu'au printemps, a indiqué la ville. Une "
        "conduite a éclaté, le rez-de-chaussée a été inondé et on a perdu 4 000 livres. On nous a dit cela "
        "dans la nuit."
    ),
    "German": (
        "Die Bücherei in der Mühlstraße bleibt bis zum Frühjahr zu, wie die Stadt mitteilte. Ein Rohr war "
        "geplatzt und hatte das Erdgeschoss überflutet, rund 4000 Bücher gingen verloren. So etwas hat man "
        "hier noch nie gesehen."
    ),
    "Indonesian": (
        "Perpustakaan di jalan itu akan ditutup sampai musim semi, kata pemerintah kota. Sebuah pipa pecah "
        "dan lantai dasar terendam air, sekitar 4.000 buku hilang. Kami baru diberi tahu pada malam hari, "
        "kata kepalanya."
    ),
    "Italian": (
        "La biblioteca di via del Mulino resterà chiusa fino a primavera, ha detto il comune. Un tubo rotto "
        "ha allagato il piano terra e circa 4.000 libri sono andati persi. Ce lo hanno detto di notte, "
        "racconta la direttrice."
    ),
    "Polish": (
        "Biblioteka przy ulicy Młyńskiej pozostanie zamknięta do wiosny, podało miasto. Pękła rura i parter "
        "został zalany, przepadło około 4000 książek. Powiedziano nam o tym w nocy, mówi kierowniczka, to "
        "było bardzo smutne."
    ),
    "Portuguese": (
        "A biblioteca da rua do Moinho fica fechada até à primavera, disse a câmara. Um cano rebentou e o "
        "piso térreo ficou inundado, e perderam-se cerca de 4.000 livros. Só nos disseram isso à noite, conta"
        " a directora."
    ),
    "Romanian": (
        "Biblioteca de pe strada Morii rămâne închisă până la primăvară, a anunțat primăria. O țeavă spartă a"
        " inundat parterul și s-au pierdut vreo 4.000 de cărți. Ni s-a spus abia noaptea, a povestit "
        "directoarea, care are un plan."
    ),
    "Spanish": (
        "La biblioteca de la calle del Molino seguirá cerrada hasta la primavera, dijo el ayuntamiento. Una "
        "tubería rota inundó la planta baja y se perdieron unos 4.000 libros. No nos lo dijeron hasta la "
        "noche, contó la directora."
    ),
    "Swahili": (
        "Maktaba ya mtaa huo itabaki imefungwa hadi majira yajayo, ilisema halmashauri ya mji. Bomba "
        "lilipasuka na kufurisha ghorofa ya chini, na takriban vitabu elfu nne vilipotea. Tuliambiwa usiku, "
        "alisema mkuu wa maktaba hiyo."
    ),
    "Turkish": (
        "Sokaktaki kütüphane bahara kadar kapalı kalacak, belediye açıkladı. Patlayan bir boru zemin katı su "
        "altında bıraktı ve yaklaşık dört bin kitap kayboldu. Bunu bize ancak gece söylediler, diye anlattı "
        "kütüphanenin müdürü."
    ),
    "Arabic": ("قالت البلدية إن المكتبة ستبقى مغلقة حتى الربيع بعد انفجار أنبوب وضياع 4000 كتاب."),
    "Chinese": ("市政府说,图书馆将关闭到春天。水管爆裂,底层被淹,损失约四千册图书。"),
    "Greek": ("Η βιβλιοθήκη θα μείνει κλειστή ως την άνοιξη, είπε ο δήμος. Χάθηκαν 4.000 βιβλία."),
    "Russian": ("Библиотека будет закрыта до весны, сообщила мэрия. Пропало около 4000 книг."),
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_languages(name: str) -> None:
    assert language.of(f"{OTHERS[name]}\n") == language.OTHER


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        NEWS.replace("’", "'").replace("\n", "\r\n"),
        NEWS.upper(),
        "Library shut\n\nPipe bursts on Mill Street\n",
        "Fermé\n",
        "".join(
            f"{team} 3, Athletic {team} 2\n" for team in ("Osterby", "Lenn", "Zürich", "Łódź", "Århus", "Málaga") * 9
        ),
        "Police held two men Tuesday after shots near Mill Street; nobody died. Officers found handguns, shell "
        "casings, masks. Both men face robbery charges, court records show. Hearings begin next week.\n",
    ],
    ids=["news", "plain marks", "capitals", "two lines", "one word", "results", "telegram style"],
)
def test_english_and_what_is_too_short_to_tell(text: str) -> None:
    assert language.of(text) == "en"


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        ((NEWS, OTHERS["French"], NEWS), "en"),
        ((NEWS, OTHERS["Arabic"]), "en"),
        ((NEWS, OTHERS["French"]), "en"),
        ((OTHERS["French"], OTHERS["German"], OTHERS["Turkish"], NEWS), language.OTHER),
    ],
)
def test_english_with_other_languages_in_it_is_read(parts: tuple[str, ...], wanted: str) -> None:
    assert language.of("\n\n".join(parts)) == wanted


def test_a_stretch_of_many_lines_is_read_once() -> None:
    assert language.of("Osterby\n" * 200_000) == "en"
