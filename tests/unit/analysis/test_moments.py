"""Whether two texts tell of one minute."""

from __future__ import annotations

import pytest

from compare.analysis.moments import moments, tells_any
from timing import assert_linear


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The crane moved again at twenty to six.", "It stood still until 5:40 p.m. on Monday.", True),
        ("At 00:14 UTC the crane stood still.", "It stood still from 10:14 a.m. (0014 GMT) on.", True),
        ("The crane fell at 16:47.", "It fell at 4.47pm.", True),
        ("The crane fell at a quarter to five.", "It fell at 4:47 a.m. in the storm.", True),
        ("The crane fell at 11:58 p.m.", "It fell at 23.58 in the night.", True),
        ("The crane fell at 5:40 p.m.", "It fell at 5:43 p.m.", False),
        ("The crane fell at twenty to six.", "It fell at 5:43 p.m.", False),
        ("The crane fell at 5:30 p.m.", "It fell at 5:30 p.m.", False),  # of many a thing
        ("The crane fell at 6 p.m.", "It fell at 6 p.m.", False),
        ("The crane fell at half past five.", "It fell at half past five.", False),
        ("The vote was 5 to 40.", "It fell at 5:40 p.m.", False),
        ("With 5:40 left the crane fell.", "It fell at 5:40 p.m.", False),
    ],
)
def test_texts_that_tell_of_one_minute(one: str, other: str, expected: bool) -> None:
    assert tells_any(other, moments(one)) is expected
    assert tells_any(one, moments(other)) is expected


@pytest.mark.parametrize("piece", ["5:40 ", "twenty to ", "1800 GMT ", "(", "a "])
def test_time_grows_with_the_text_alone(piece: str) -> None:
    assert_linear(lambda times: moments(piece * times), 1_000)
