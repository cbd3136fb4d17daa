"""The command line: arguments to a session, then to the screen or to a report.

stdout carries data, stderr what is said about it. Exit status 0: done; 1: could not, one line on stderr says why and
what to do; 2: wrong usage; 128 and the number of a signal that ended it, 130 for Ctrl+C.
"""

from __future__ import annotations

import os
import sys
from io import BytesIO

from compare import __version__
from compare.errors import CompareError, TerminalNeeded, UsageError
from compare.stdout import put

TYPE_CHECKING = False  # as typing has it, the import of which costs a third of --version
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager
    from typing import BinaryIO, TextIO

    from compare.cached import Analyses
    from compare.export.options import Options
    from compare.loading.web import Web
    from compare.model import ReaderMark
    from compare.review import Store
    from compare.session import Progress
    from compare.tui.memory import Memory

PAGE = 80
"""Width of the text report, in cells, where no terminal says its own."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status."""
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except CompareError as error:
        _say(str(error))
        return error.exit_code
    except KeyboardInterrupt:
        _say("interrupted")
        return 130
    except BrokenPipeError:
        # the reader of stdout has gone (`| head`): nothing is wrong, and nothing must be flushed to it at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(arguments: Sequence[str]) -> int:
    if [*arguments] == ["--version"]:  # before the parser is there, which takes longer than all that this needs
        put(f"compare {__version__}\n")
        return 0
    from compare.arguments import asked_for

    asked = asked_for(arguments)
    if asked.keys:
        return _list_keys()
    if asked.completion:
        return _complete(asked.completion)
    from compare.loading.web import Web

    web = Web(asked.offline, asked.refresh, asked.since, asked.about)
    if asked.serve is not None:
        return _serve(asked, web)
    last = _last_sources(asked) if not asked.sources else ()
    if not _wants_report(asked) and _has_screen():
        return _open(asked, web)
    from compare.signals import ends_in_order

    with ends_in_order():
        return _export(asked, asked.sources or last, web)


def _open(asked: Namespace, web: Web) -> int:
    from contextlib import closing
    from threading import enumerate as threads

    from compare.config import load
    from compare.tui import run
    from compare.tui.ending import leave

    _refuse_what_asks_nothing(asked)
    stdin = _stdin_then_keyboard() if "-" in asked.sources else None
    config = load()
    _take_in_for_screen(asked)
    before = threads()
    with closing(_store(asked)) as review:
        memory = _memory(asked, review, cache=config.cache)
        status = run(
            asked.sources, strict=asked.strict, stdin=stdin, web=web, memory=memory, config=config, watch=asked.watch
        )
    leave(status, before)
    return status


def _memory(asked: Namespace, review: Store, *, cache: bool) -> Memory:
    """Return what the screen remembers; with ``--no-state`` it knows of no other run, and no other run of it."""
    from compare import chosen, places, recent
    from compare.tui.memory import Memory

    if asked.no_state:
        return Memory(review=review)
    return Memory(
        recent=recent.recent,
        opened=recent.remember,
        place_in=places.place_in,
        keep_place=places.keep_place,
        chosen=chosen.chosen,
        keep_chosen=chosen.keep,
        review=review,
        analyses=_analyses(asked) if cache else None,
    )


def _serve(asked: Namespace, web: Web) -> int:
    from compare.browser import serve
    from compare.browser.address import parse
    from compare.session import load

    if _wants_report(asked):
        raise UsageError("--serve opens a screen, -o and --format write a report; name one of them")
    if "-" in asked.sources:
        raise UsageError("- cannot be served, since every window reads the sources anew; put the text into a file")
    _refuse_what_asks_nothing(asked)
    address = parse(asked.serve)
    title = "compare"
    if not asked.sources and asked.no_state:
        raise _nothing_remembered()
    _take_in_for_screen(asked)
    if asked.sources:  # what cannot be opened is said here, not in the browser
        coverage = load(asked.sources, strict=asked.strict, web=web)
        title = f"compare: {coverage.title}" if coverage.title else title
    # what --refresh asks for has been done by then
    options = [f"--{name}" for name in ("strict", "watch", "offline") if getattr(asked, name)]
    options += ["--no-state"] if asked.no_state else []
    options += [f"--state={asked.state}"] if asked.state is not None else []
    options += [f"--about={asked.about}"] if asked.about else []
    options += [f"--since={asked.since}"] if asked.since is not None else []
    serve(address, [*options, "--", *asked.sources], title=title, note=_say, ready=_say_address(sys.stdout))
    return 0


def _say_address(out: TextIO) -> Callable[[str], None]:
    return lambda address: print(f"{address}  (Ctrl+C ends it)", file=out, flush=True)


def _list_keys() -> int:
    from compare.config import load
    from compare.model.visible import one_line
    from compare.tui.keymap import actions_with, listing

    config = load()
    where = one_line(str(config.path))
    put(f"{listing(actions_with(config))}\nTo change them, write a table [keys] into {where}.\n")
    return 0


def _complete(shell: str) -> int:
    from compare.arguments import parser
    from compare.completion import completion

    put(completion(parser(), shell))
    return 0


def _export(asked: Namespace, sources: Sequence[str], web: Web) -> int:
    from dataclasses import replace
    from shutil import get_terminal_size

    from compare.export.writing import check, write
    from compare.session import analyse, inputs, load, reviewed

    if asked.watch and _wants_report(asked):
        raise UsageError("--watch reads files again for the screen, and a report is written once; name one of them")
    if asked.output == "":
        raise UsageError("-o names no file; name one, or - for standard output")
    output = asked.output or "-"
    if output.lower().endswith(".toml") and asked.format is None:
        if _shapes_report(asked) or asked.review_from is not None:
            raise UsageError("--profile, --marks, --quote-words and --review are for reports; .toml collects the texts")
        return _collect(output, asked, sources, web)
    options = _options(asked, sources, web)
    format = _format(asked)
    # said before the work, not after it
    check(output, inputs(sources), format=format, force=asked.force, options=options)
    marks = _marks(asked) if asked.review or asked.review_from is not None else ()
    analyses = _analyses(asked) if _may_keep() else None
    with _progress() as progress:
        coverage = load(sources, strict=asked.strict, web=web, progress=progress)
        if asked.review:
            comparison, review = reviewed(coverage, marks, analyses=analyses, progress=progress)
            options = replace(options, review=review)
        else:
            comparison = analyse(coverage, analyses=analyses, progress=progress)
    for warning in comparison.warnings:
        _say(warning)
    width = get_terminal_size().columns if _is_terminal(sys.stdout) else PAGE
    write(comparison, output, format=format, force=asked.force, width=width, options=options)
    return 0


def _wants_report(asked: Namespace) -> bool:
    """Whether a report is asked for, be it by what only a report has."""
    return asked.output is not None or asked.format is not None or _shapes_report(asked)


def _shapes_report(asked: Namespace) -> bool:
    return asked.review or (asked.profile, asked.marks, asked.quote_words) != (None, None, None)


def _format(asked: Namespace) -> str | None:
    """Return the format of a report; ``None`` where the name of its target tells it."""
    named: str | None = asked.format
    if named or asked.output:
        return named
    return "md" if asked.profile is not None or asked.marks is not None else "txt"


def _options(asked: Namespace, sources: Sequence[str], web: Web) -> Options:
    from dataclasses import replace

    from compare.export.options import PLAIN, Options, command_for

    chosen = Options(asked.profile or PLAIN.profile, asked.marks or PLAIN.marks, asked.quote_words, web.asked)
    if asked.review:
        from compare.review import NO_MARKS  # until there is something to lay them over

        chosen = replace(chosen, review=NO_MARKS)
    return replace(chosen, command=command_for(sources, chosen))


def _marks(asked: Namespace) -> tuple[ReaderMark, ...]:
    """Return the reader's marks, of all sets; those of a file, if one is named, are kept among them."""
    from contextlib import closing
    from pathlib import Path

    from compare.model import plural
    from compare.review import read_marks

    taken = read_marks(Path(asked.review_from)) if asked.review_from is not None else ()
    with closing(_store(asked)) as store:
        if store.trouble:
            _say(store.trouble)
        if asked.review_from is not None:
            new = store.take_in(taken)
            _say(f"{asked.review_from}: {plural(new, 'mark')} taken in")
        return store.marks


def _store(asked: Namespace) -> Store:
    """Open the reader's marks where they are to be kept."""
    from pathlib import Path

    from compare.session import open_review

    if asked.state == "":
        raise UsageError("--state names no folder; leave it out, or name one")
    return open_review(Path(asked.state) if asked.state is not None else None, keep=not asked.no_state)


def _analyses(asked: Namespace) -> Analyses | None:
    """Return where comparisons are kept. With ``--no-state`` that is nowhere, since they tell what was corrected; of a
    set that came from standard input nothing is remembered at all."""
    if asked.no_state or "-" in asked.sources:
        return None
    from compare.cached import Analyses

    return Analyses()


def _may_keep() -> bool:
    """Whether the settings let a comparison be kept. A report needs no setting, so one that is wrong does not keep it
    from being written; since the reader may have meant to forbid it, nothing is kept then."""
    from compare.config import load
    from compare.errors import ConfigError

    try:
        return load().cache
    except ConfigError:
        return False


def _refuse_what_asks_nothing(asked: Namespace) -> None:
    """Refuse what is asked of sources where none is named: of a set that is chosen on the screen it is not asked."""
    if not asked.sources and (asked.about or asked.since is not None):
        raise UsageError("--about and --since are asked of the sources that are named; name one")


def _take_in_for_screen(asked: Namespace) -> None:
    """Keep the marks of a file before the screen opens, which then finds them where all are kept."""
    if asked.review_from is not None:
        if asked.no_state:
            raise UsageError("--review-from keeps marks for the screen, --no-state keeps none; name one of them")
        _marks(asked)


def _collect(target: str, asked: Namespace, sources: Sequence[str], web: Web) -> int:
    """Keep the texts of a set, and what is known of them, in a folder that opens again."""
    from compare.export.collecting import check, collect
    from compare.session import inputs, load

    check(target, inputs(sources), force=asked.force)
    with _progress() as progress:
        coverage = load(sources, strict=asked.strict, web=web, progress=progress)
    for warning in coverage.warnings:
        _say(warning)
    collect(coverage, target, force=asked.force)
    return 0


def _last_sources(asked: Namespace) -> Sequence[str]:
    from compare.recent import recent  # and with it json and pathlib, which --version can do without

    if asked.no_state:
        raise _nothing_remembered()
    sources = recent()
    if not sources:
        raise UsageError("no SOURCE named, and no set opened before; try `compare FOLDER`, or compare --help")
    return sources[0]


def _nothing_remembered() -> UsageError:
    return UsageError("no SOURCE named, and --no-state uses none of the sets opened before; name one")


def _has_screen() -> bool:
    """Whether the screen can be opened: it is drawn to stderr, stdout must not be meant for a file, and the terminal
    must be able to place a cursor. In a browser it is drawn to the server that has started this process."""
    from compare.tui.ending import is_served

    if is_served():
        return True
    return _is_terminal(sys.stdout) and _is_drawn_on(sys.stderr)


def _is_terminal(stream: TextIO | None) -> bool:
    """Whether a standard stream is a terminal; one that was closed before the start is ``None``."""
    return stream is not None and stream.isatty()


def _is_drawn_on(stream: TextIO | None) -> bool:
    """Whether a standard stream is a terminal that can place a cursor."""
    return _is_terminal(stream) and os.environ.get("TERM") != "dumb"


def _stdin_then_keyboard() -> BinaryIO:
    """Read standard input whole, then put the terminal in its place, since the keys have to come from somewhere."""
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError("- reads an article from standard input, but that is the keyboard; pipe the text in")
    text = BytesIO(sys.stdin.buffer.read())
    try:
        keyboard = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise TerminalNeeded from error
    os.dup2(keyboard, 0)
    os.close(keyboard)
    return text


def _progress() -> AbstractContextManager[Callable[[Progress], None]]:
    """Show on a terminal how far the work is; where stderr is not one that can be drawn on, say nothing."""
    if not _is_drawn_on(sys.stderr):
        from contextlib import nullcontext

        return nullcontext(lambda _: None)
    from compare.meter import meter

    return meter(sys.stderr)


def _say(message: str) -> None:
    from compare.model.visible import one_line

    if sys.stderr is not None:  # print would take stdout for it, which carries data
        print(f"compare: {one_line(message)}", file=sys.stderr)
