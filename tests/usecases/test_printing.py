"""
A printed form reads well aloud, in every language, and says what it must say.
"""

from io import BytesIO

import pypdf
import pytest

from service.usecases.paper.wording import words_of
from tests.fingerprint.papers import printed

LANGUAGES = [("fr", False), ("fr", True), ("nl", False), ("de", True), ("en", False)]


@pytest.mark.parametrize(("language", "easy"), LANGUAGES)
def test_a_form_is_tagged_and_says_that_refusing_is_free(language: str, *, easy: bool) -> None:
    words = words_of(language, easy=easy)

    document = pypdf.PdfReader(BytesIO(printed(language, easy=easy, channels=2).pdf))
    text = " ".join(" ".join(page.extract_text() for page in document.pages).split())

    root = document.root_object
    assert "'/Marked': True" in str(root["/MarkInfo"].get_object())
    assert language == str(root["/Lang"])
    assert "/StructTreeRoot" in root
    for said in ("free", "given", "refused", "deferred", "capacities", "date", "sign"):
        assert " ".join(words[said].split()) in text, said
    assert "Pouvons-nous montrer votre photo ?" in text
    assert 6 == text.count(words["refused"] + " " + words["deferred"])


def test_every_language_says_the_same_things() -> None:
    known = [set(words_of(language, easy=easy)) for language, easy in LANGUAGES]

    assert all(each == known[0] for each in known)
    assert words_of("fr", easy=True)["how"] != words_of("fr", easy=False)["how"]
    assert words_of("it", easy=False) == words_of("en", easy=False)
