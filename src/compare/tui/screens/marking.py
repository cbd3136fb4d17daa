"""What the reader says of a claim from the screen: verdicts, notes, stars, codes; and what is still to be decided."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from compare.errors import CompareError
from compare.model import Coded, Judged, Noted, Starred, Verdict, one_line, plural
from compare.review import Remarks, read_codebook
from compare.tui.corrector import MayCorrect
from compare.tui.marking import LETTERS, choices, made_sure, placed_at
from compare.tui.screens.ask import Asked, AskScreen
from compare.tui.screens.codes import CodesScreen
from compare.tui.screens.correcting import Correcting
from compare.tui.screens.mark import MarkScreen
from compare.tui.screens.marks import MarksScreen
from compare.tui.state import Focus, GoTo, GoToFinding, looked_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from compare.model import ReaderMark
    from compare.review import Placed
    from compare.tui.marking import Choice
    from compare.tui.screens.keeping import Keeping
    from compare.tui.screens.marks import Wish


class Marking:
    """The actions that mark; a method ``do_<id>`` is an action of the registry."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._screen = keeping.screen
        self._reviewing = keeping.reviewing
        self.correcting = Correcting(keeping)
        self._deeds: Mapping[str, Callable[[], None]] = {
            **{verdict.name.lower(): partial(self._judge, verdict) for verdict in Verdict},
            "evidence": self._evidence,
            "note": self.do_note,
            "star": self.do_star,
            "code": self._code,
            **{gesture: partial(self.correcting.two_placed, gesture) for gesture in LETTERS},
            "also": self.correcting.also,
            "split": self.correcting.split,
            "sift": self.correcting.sift,
            "outlet": self.correcting.outlet,
            "date": self.correcting.date,
            "whole": self.correcting.whole,
        }
        """What each choice does, by its id."""

    # --- the actions ---

    def do_mark(self) -> None:
        """Offer all that can be said of the cursor's place."""
        state, comparison = self._screen.state, self._screen.comparison
        if not state.analysed:
            self._screen.say("still comparing: marks can be made when that is done")
            return
        if not state.cursor:
            return
        claim = comparison.index.claims.get(state.claim)
        about = claim.text if claim else comparison.index.words(state.cursor)

        def chosen(choice: Choice | None) -> None:
            if choice is None:
                return
            # the text may have been read again meanwhile, and a correction may have changed what it states
            if self._screen.state.cursor == state.cursor and choice in self._offered():
                self._deeds[choice.id]()
            else:
                self._screen.say("the text, or what it states, is another by now: nothing is marked")

        self._screen.post_message(MayCorrect())
        self._screen.app.push_screen(MarkScreen(about, self._offered()), chosen)

    def do_star(self) -> None:
        """Star the claim, or take the star away."""
        if not self._can_mark():
            return
        if stars := self._remarks().stars:
            self._keeping.drop([placed.mark for placed in stars], "the star is taken away")
        else:
            self._keeping.put(Starred(self._keeping.here()), "starred")

    def do_note(self) -> None:
        """Write a note on the claim, or change the reader's own that is there."""
        if not self._can_mark():
            return
        own = (p.mark for p in reversed(self._remarks().notes) if p.mark.by in ("", self._reviewing.by))
        found = next(own, None)
        body = found.body if found and isinstance(found.body, Noted) else Noted(self._keeping.here(), "")

        def answered(answer: tuple[str, ...] | None) -> None:
            if answer is None or answer[0] == body.text:
                return
            if answer[0]:
                self._keeping.put(Noted(body.on, answer[0]), "noted", instead_of=found)
            elif found:
                self._keeping.drop([found], "the note is taken away")

        hint = "Left empty, the note is taken away." if found else ""
        self._screen.app.push_screen(AskScreen("Note", [Asked("in your own words", body.text)], hint), answered)

    def do_next_undecided(self) -> None:
        """Go to the next finding without a verdict; after the last, to the first."""
        findings, review = self._screen.comparison.findings, self._screen.signs.review
        if not review.queue:
            said = f"all {plural(review.total, 'finding')} are decided" if findings else "there are no findings"
            self._screen.say(said)
            return
        queue = set(review.queue)
        places = [n for n, finding in enumerate(findings) if finding in queue]
        at = self._screen.state.finding
        self._screen.take(GoToFinding(next((n for n in places if at is None or n > at), places[0])))

    def do_marks(self) -> None:
        """List all marks of the set."""
        screen = MarksScreen(self._reviewing.laid, self._screen.comparison.coverage.articles)
        self._screen.app.push_screen(screen, self._wished)

    # --- what was chosen ---

    def _offered(self) -> tuple[Choice, ...]:
        screen = self._screen
        return tuple(choices(screen.state, screen.comparison, screen.signs, self.correcting.pending))

    def _judge(self, verdict: Verdict) -> None:
        if verdict is Verdict.OPEN and not self._remarks().verdicts:
            self._screen.say("it is open already")
        else:
            self._keeping.put(Judged(self._keeping.here(), verdict), str(verdict))

    def _evidence(self) -> None:
        judged = self._remarks().judged
        if judged is None or not isinstance(body := judged.mark.body, Judged):
            return

        def answered(answer: tuple[str, ...] | None) -> None:
            if answer is not None:
                self._reviewing.by = answer[1]
                said = f"{body.verdict}{', with evidence' if answer[0] else ''}"
                own = judged.mark.by in ("", answer[1])  # another reader's verdict stays beside this one
                new = Judged(body.on, body.verdict, answer[0])
                self._keeping.put(new, said, instead_of=judged.mark if own else None)

        initials = judged.mark.by or self._reviewing.by
        asked = (Asked("evidence: an address, or a few words", body.evidence), Asked("your initials", initials))
        hint = "The initials stand on all that you mark from now on."
        self._screen.app.push_screen(AskScreen(f"Verdict: {body.verdict}", asked, hint), answered)

    def _code(self) -> None:
        path = self._reviewing.codebook_path
        if not self._reviewing.codebook and (not path or self._refusal((path,))):
            self._ask_for_codebook()
            return
        coded = {p.mark.body.code: p.mark for p in self._remarks().codes if isinstance(p.mark.body, Coded)}
        here = self._keeping.here()

        def chosen(code: str | None) -> None:
            if code in coded:
                self._keeping.drop([coded[code]], f"code {one_line(code)} taken away")
            elif code is not None:
                self._keeping.put(Coded(here, code), f"code {one_line(code)}")

        self._screen.app.push_screen(CodesScreen(self._reviewing.codebook, coded.keys()), chosen)

    def _ask_for_codebook(self) -> None:
        hint = "A CSV file with the columns code, label, description. The setting codebook names it for good."
        ask = AskScreen("Your codebook", [Asked("the file", self._reviewing.codebook_path)], hint, self._refusal)
        self._screen.app.push_screen(ask, lambda answer: self._code() if answer else None)

    def _refusal(self, answer: tuple[str, ...]) -> str:
        """Read a codebook; say why it cannot be, or nothing."""
        if not answer[0]:
            return "Name a file."
        try:
            self._reviewing.codebook = read_codebook(Path(answer[0]).expanduser())
        except RuntimeError:  # "~somebody" who has no home
            return f"{answer[0]}: there is no such home folder; name another file"
        except CompareError as error:
            return str(error)
        return ""

    # --- the list of marks ---

    def _wished(self, wish: Wish | None) -> None:
        if wish is None:
            return
        placed = next((p for p in self._reviewing.laid.placed if p.mark.id == wish.mark), None)
        unplaced = (mark for mark in self._reviewing.laid.unplaced if mark.id == wish.mark)
        mark = placed.mark if placed else next(unplaced, None)
        if mark is None:
            self._screen.say("that mark was taken away in another window")
        elif wish.what == "drop":
            self._keeping.drop([mark], "dropped")
            self.do_marks()
        elif wish.what == "place":
            self._place(mark)
        elif placed is None:
            self._screen.say("it has no place; p in the list puts it where the cursor is")
        elif wish.what == "right":
            self._make_sure(placed)
        elif placed.article:
            self._screen.take(Focus(placed.article))
        else:
            self._screen.take(GoTo(placed.sentences[0]))

    def _place(self, mark: ReaderMark) -> None:
        state, comparison = self._screen.state, self._screen.comparison
        if state.cursor not in comparison.index.sentences:
            self._screen.say("there is no sentence here")
        elif (body := placed_at(self._keeping.articles, comparison, mark, state.cursor, looked_at(state))) is None:
            self._screen.say("it is about two places; drop it, and make it anew")
        else:
            self._keeping.put(body, "placed here", instead_of=mark)

    def _make_sure(self, placed: Placed) -> None:
        if placed.sure:
            self._screen.say("it is sure already")
        elif (body := made_sure(self._keeping.articles, self._screen.comparison, placed)) is None:
            self._screen.say("not all of its words are found; drop it, and make it anew")
        else:
            self._keeping.put(body, "right: it counts from now on", instead_of=placed.mark)

    # --- where the cursor is ---

    def _can_mark(self) -> bool:
        state, index = self._screen.state, self._screen.comparison.index
        if state.analysed and state.cursor in index.sentences:
            return True
        self._screen.say("there is no sentence here to mark" if state.analysed else "still comparing: no marks yet")
        return False

    def _remarks(self) -> Remarks:
        state, signs = self._screen.state, self._screen.signs
        on_claim = signs.review.on.get(state.claim)
        return on_claim or signs.bare(state.cursor)
