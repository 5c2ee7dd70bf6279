"""Words hung on the wrong verb go where they belong, and a tree stays a tree."""

from hypothesis import given
from hypothesis import strategies as st

from aftermath.lang.rehanging import rehung_verbs

WORDS = ["GAZA", "—", "gunmen", "thought", "to", "belong", "stormed", "fleeing", "shops", "and", ",", "missed"]
WORDS += ["among", "the", "12", "killed", "were", "packed", "into", "after", "According", "dead", "injured"]
DEPS = ["nsubj", "obj", "xcomp", "ccomp", "advcl", "conj", "mark", "cc", "punct", "nmod"]
DEPS += ["case", "acl", "obl", "obl:unmarked", "nsubj:pass", "flat"]


def test_the_verb_behind_what_somebody_is_thought_to_be_is_the_root() -> None:
    words = "Gunmen thought to be rebels stormed it".split()
    heads, deps = rehung_verbs(
        words,
        "gunman think to be rebel storm it".split(),
        [1, 1, 4, 4, 1, 1, 5],
        ["nsubj", "root", "mark", "cop", "xcomp", "ccomp", "obj"],
        ["NOUN", "VERB", "PART", "AUX", "NOUN", "VERB", "PRON"],
    )
    assert [words[head] for head in heads] == ["stormed", "Gunmen", "rebels", "rebels", "thought", "stormed", "stormed"]
    assert deps == ["nsubj", "acl", "mark", "cop", "xcomp", "root", "obj"]


def dateline(words: str, heads: list[int], deps: str) -> list[str]:
    forms = words.split()
    pos = ["PROPN", "PROPN", "PUNCT", "NOUN", "VERB"]
    return rehung_verbs(forms, [word.lower() for word in forms], heads, deps.split(), pos)[1]


def test_the_town_that_a_report_is_sent_from_does_nothing() -> None:
    deps = dateline("GAZA CITY — Gunmen fired", [1, 4, 1, 4, 4], "compound nsubj punct nsubj root")
    assert deps == ["compound", "parataxis", "punct", "nsubj", "root"]


def test_letters_before_a_dash_keep_the_verb_that_has_no_other_subject() -> None:
    deps = dateline("UN STAFF — mostly left", [1, 4, 1, 4, 4], "compound nsubj punct advmod root")
    assert deps[1] == "nsubj"


def test_what_was_said_goes_on_in_its_own_tense() -> None:
    words = "Officers said men had fired and troops had answered .".split()
    heads, _ = rehung_verbs(
        words,
        "officer say man have fire and troop have answer .".split(),
        [1, 1, 4, 4, 1, 8, 8, 8, 1, 1],
        "nsubj root nsubj aux ccomp cc nsubj aux conj punct".split(),
        "NOUN VERB NOUN AUX VERB CCONJ NOUN AUX VERB PUNCT".split(),
    )
    assert words[heads[8]] == "fired"


def test_who_shoots_next_is_not_who_was_shot_at() -> None:
    words = "Tanks fired at protesters and snipers shot at anyone .".split()
    pos = "NOUN VERB ADP NOUN CCONJ NOUN VERB ADP PRON PUNCT".split()
    deps = "nsubj root case obl cc conj acl case obl punct".split()
    for above in (1, 3, 5):  # the verb, who was shot at, or who shoots
        found, told = rehung_verbs(words, [w.lower() for w in words], [1, 1, 3, 1, 5, 3, above, 8, 6, 1], deps, pos)
        assert (found[5], told[5], found[6], told[6], found[4]) == (6, "nsubj", 1, "conj", 6)


def test_the_wounded_beside_those_shot_at_stay_a_noun() -> None:
    words = "Troops fired at marchers and policemen wounded in Kano .".split()
    pos = "NOUN VERB ADP NOUN CCONJ NOUN VERB ADP PROPN PUNCT".split()
    deps = "nsubj root case obl cc conj acl case obl punct".split()
    found, _ = rehung_verbs(words, [w.lower() for w in words], [1, 1, 3, 1, 5, 3, 5, 8, 6, 1], deps, pos)
    assert found[6] == 5


def test_a_name_and_its_bearer_are_one_and_who_is_listed_behind_is_another() -> None:
    words = "Gunmen killed the envoy Mary Smith and guards .".split()
    pos = "NOUN VERB DET NOUN PROPN PROPN CCONJ NOUN PUNCT".split()
    for heads, deps in (
        ([1, 1, 3, 1, 1, 4, 7, 4, 1], "nsubj root det obj obj flat cc conj punct"),
        ([1, 1, 3, 1, 3, 4, 7, 4, 1], "nsubj root det obj appos flat cc conj punct"),
    ):
        found, told = rehung_verbs(words, [w.lower() for w in words], heads, deps.split(), pos)
        assert (words[found[4]], told[4], words[found[7]]) == ("envoy", "appos", "envoy")


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[str], list[int], list[str], list[str]]:
    """Words with heads that all come to one root, relations and tags."""
    size = draw(st.integers(2, 12))
    order = draw(st.permutations(range(size)))
    heads = [0] * size
    heads[order[0]] = order[0]
    for n, word in enumerate(order[1:], 1):
        heads[word] = order[draw(st.integers(0, n - 1))]
    words = draw(st.lists(st.sampled_from(WORDS), min_size=size, max_size=size))
    deps = draw(st.lists(st.sampled_from(DEPS), min_size=size, max_size=size))
    deps[order[0]] = "root"
    pos = draw(st.lists(st.sampled_from(["VERB", "NOUN", "NUM", "PROPN"]), min_size=size, max_size=size))
    return words, heads, deps, pos


def way_up(heads: list[int], word: int) -> list[int]:
    """The heads above a word, at most as many as there are words."""
    way = [word]
    while heads[way[-1]] != way[-1] and len(way) <= len(heads):
        way.append(heads[way[-1]])
    return way


@given(trees())
def test_a_tree_stays_a_tree(tree: tuple[list[str], list[int], list[str], list[str]]) -> None:
    words, heads, deps, pos = tree
    lemmas = [{"thought": "think", "packed": "pack"}.get(word, word) for word in words]
    new, relations = rehung_verbs(words, lemmas, heads, deps, pos)
    roots = [i for i, head in enumerate(new) if head == i]
    assert len(roots) == 1
    assert relations[roots[0]] == "root"
    assert all(roots[0] in way_up(new, word) for word in range(len(new)))


def test_a_laden_vehicle_is_driven_into_what_it_hits() -> None:
    words = "He drove vans packed with bombs into bases".split()
    heads, deps = rehung_verbs(
        words,
        "he drive van pack with bomb into base".split(),
        [1, 1, 1, 2, 5, 3, 7, 3],
        ["nsubj", "root", "obj", "acl", "case", "obl", "case", "obl"],
        ["PRON", "VERB", "NOUN", "VERB", "ADP", "NOUN", "ADP", "NOUN"],
    )
    assert (words[heads[7]], deps[7]) == ("drove", "obl")
    assert words[heads[5]] == "packed"


def test_who_is_shot_dead_is_the_object() -> None:
    deps = rehung_verbs(
        "They shot dead a couple".split(),
        "they shoot dead a couple".split(),
        [1, 1, 1, 4, 1],
        ["nsubj", "root", "xcomp", "det", "obl:unmarked"],
        ["PRON", "VERB", "ADJ", "DET", "NOUN"],
    )[1]
    assert deps == ["nsubj", "root", "xcomp", "det", "obj"]


def test_each_of_two_verbs_has_its_own_number() -> None:
    words = "It killed 12 and injured 20 people".split()
    heads, deps = rehung_verbs(
        words,
        "it kill 12 and injure 20 people".split(),
        [1, 1, 6, 4, 1, 6, 1],
        ["nsubj", "root", "nummod", "cc", "conj", "nummod", "obj"],
        ["PRON", "VERB", "NUM", "CCONJ", "VERB", "NUM", "NOUN"],
    )
    assert [(words[heads[i]], deps[i]) for i in (2, 6)] == [("killed", "obj"), ("injured", "obj")]


def test_those_among_whom_somebody_was_are_a_group() -> None:
    words = "Among the 12 killed were nuns".split()
    heads, deps = rehung_verbs(
        words,
        "among the 12 kill be nun".split(),
        [2, 2, 3, 3, 3, 3],
        ["case", "det", "nsubj:pass", "root", "aux:pass", "nsubj:pass"],
        ["ADP", "DET", "NUM", "VERB", "AUX", "NOUN"],
    )
    assert [words[head] for head in heads] == ["killed"] * 6
    assert deps == ["case", "det", "nummod", "root", "cop", "nsubj"]


def test_a_word_of_time_opens_its_clause() -> None:
    words = "They fled hours after shells hit them".split()
    heads, deps = rehung_verbs(
        words,
        "they flee hour after shell hit they".split(),
        [1, 1, 5, 4, 5, 1, 5],
        ["nsubj", "root", "obl:unmarked", "case", "nsubj", "advcl", "obj"],
        ["PRON", "VERB", "NOUN", "ADP", "NOUN", "VERB", "PRON"],
    )
    assert (words[heads[3]], deps[3]) == ("hit", "mark")


def test_who_asked_not_to_be_named_confirms() -> None:
    words = "An officer who asked to be left out confirmed that shells fell".split()
    lemmas = "a officer who ask to be leave out confirm that shell fall".split()
    heads = [1, 8, 3, 1, 6, 6, 3, 6, 8, 11, 11, 8]
    deps = "det nsubj:pass nsubj acl:relcl mark aux:pass xcomp advmod root mark nsubj ccomp".split()
    pos = "DET NOUN PRON VERB PART AUX VERB ADV VERB SCONJ NOUN VERB".split()
    assert rehung_verbs(words, lemmas, heads, deps, pos)[1][1] == "nsubj"
