from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from factcheck.store.odd_characters import odd_places, restored, storable, to_json_text

texts = st.text(
    st.one_of(st.characters(), st.sampled_from("\x00\ud800\udfff\ufffd\r\n\u0301\U0001f6a2")), max_size=60
)


@given(texts)
def test_any_text_comes_back_whole(text: str) -> None:
    assert restored(storable(text), odd_places(text)) == text


@given(texts)
def test_what_is_stored_has_the_same_length_and_is_utf8_without_nul(text: str) -> None:
    stored = storable(text)
    assert len(stored) == len(text)
    assert b"\x00" not in stored.encode("utf-8")


@given(texts, st.integers(0, 60), st.integers(0, 60))
def test_a_slice_comes_back_whole(text: str, start: int, length: int) -> None:
    stored = storable(text)[start : start + length]
    assert restored(stored, odd_places(text), start) == text[start : start + length]


@given(st.dictionaries(texts, texts))
def test_json_text_can_be_stored_and_means_the_same(record: dict[str, str]) -> None:
    text = to_json_text(record)
    assert json.loads(text) == record
    assert storable(text) == text
