"""Whatever a source holds, it is read and nothing else: no script or macro of it runs, and none of its links is
followed, be it to a server, to a file of this machine, or out of the folder or the archive."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from compare.loading import expand, read
from compare.session import load
from systems import posix
from watched import outward, watched
from web_server import serving

from .making import docx_paragraph, docx_parts, epub_parts, odt_parts, pdf_from, pdf_stream, zip_of

TOLD = "The ferry {} left the harbour at noon with forty passengers on board, as the harbour master said to reporters."
SECRET = "Nobody but the reader shall ever see this line"


def page(there: str, file: str, told: str) -> bytes:
    head = f"""<base href="{there}"><meta http-equiv="refresh" content="0;url={there}"><title>Ferry</title>
<link rel="stylesheet" href="{there}"><style>@import url({there})</style><script src="{there}"></script>"""
    body = f"""<p onclick="fetch('{there}')">{told}</p><img src="{there}" onerror="fetch('{there}')"><svg><use
xlink:href="{file}#x"/></svg><iframe src="{file}"></iframe><object data="{file}"></object><embed src="{there}">
<video src="{there}"><track src="{file}"></video><a href="{there}" ping="{there}">More</a><!--#include file="{file}"-->
<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{file}" parse="text"/>&secret;"""
    declared = f'<!DOCTYPE html SYSTEM "{there}" [<!ENTITY secret SYSTEM "{file}">]>'
    return f"{declared}<html><head>{head}</head><body><article>{body}</article></body></html>".encode()


def feed(there: str, file: str, told: str) -> bytes:
    item = f"""<item><title>Ferry</title><link>{there}</link><guid>{there}</guid><enclosure url="{there}"/>
<description>{told} &secret;</description><source url="{there}">Post</source><comments>{there}</comments></item>"""
    return f"""<?xml version="1.0"?><?xml-stylesheet href="{there}"?>
<!DOCTYPE rss SYSTEM "{there}" [<!ENTITY secret SYSTEM "{file}">]>
<rss version="2.0"><channel><title>Post</title><link>{there}</link><cloud domain="127.0.0.1"/>
<image><url>{there}</url></image>{item}</channel></rss>""".encode()


def mail(there: str, file: str, told: str) -> bytes:
    return f"""Subject: Ferry
From: {there}
Received: from a
List-Unsubscribe: <{there}>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: message/external-body; access-type=local-file; name="{file}"

Content-Type: text/plain

--b
Content-Type: message/external-body; access-type=URL; URL="{there}"

Content-Type: text/plain

--b
Content-Type: text/html

{page(there, file, told).decode()}
--b--
""".encode()


def saved(there: str, file: str, told: str) -> bytes:
    head = f"From: <Saved by Blink>\nSnapshot-Content-Location: {there}\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
    return head.encode() + page(there, file, told)


def word(there: str, file: str, told: str) -> bytes:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = {"image": file, "attachedTemplate": there, "aFChunk": file, "oleObject": there, "hyperlink": there}
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{office}/{kind}" Target="{target}" TargetMode="External"/>'
        for kind, target in kinds.items()
    )
    field = f'<w:p><w:r><w:instrText>INCLUDETEXT "{file}"</w:instrText></w:r></w:p><w:altChunk r:id="aFChunk"/>'
    blip = '<a:blip r:link="image"/>'
    drawn = f"<w:p><w:r><w:drawing><wp:inline>{blip}</wp:inline></w:drawing></w:r></w:p>"
    parts = docx_parts(f"{docx_paragraph(told)}{field}{drawn}")
    names = f'xmlns:r="{office}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    names += 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    document = str(parts["word/document.xml"]).replace("<w:document ", f"<w:document {names}")
    links = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>'
    return zip_of(
        {
            **parts,
            "word/document.xml": document,
            "word/_rels/document.xml.rels": links,
            "word/vbaProject.bin": "Sub AutoOpen()",
        }
    )


def open_document(there: str, file: str, told: str) -> bytes:
    body = f"""<office:scripts xmlns:xlink="x"><office:event-listeners><script:event-listener xmlns:script="s"
xlink:href="{there}"/></office:event-listeners></office:scripts><text:p>{told}</text:p>
<text:section xmlns:xlink="x"><text:section-source xlink:href="{file}"/></text:section>
<text:p><draw:frame xmlns:draw="d" xmlns:xlink="x"><draw:image xlink:href="{file}"/></draw:frame></text:p>"""
    return zip_of({**odt_parts(body), "Basic/Standard/Module1.xml": "Sub Main"})


def book(there: str, file: str, told: str) -> bytes:
    parts = epub_parts([f'<p>{told}</p><img src="{there}"/><iframe src="{file}"></iframe><script src="{there}"/>', ""])
    package = str(parts["OPS/book.opf"]).replace('href="ch2.xhtml"', f'href="{file}"')
    return zip_of({**parts, "OPS/book.opf": package})


def printed(there: str, file: str, told: str) -> bytes:
    path = file.removeprefix("file://")
    act = f"/OpenAction << /S /Launch /F ({path}) /Next << /S /URI /URI ({there}) >> >>"
    script = f"/AA << /WC << /S /JavaScript /JS (app.launchURL\\('{there}'\\)) >> >>"
    shown = f"BT /F1 10 Tf 60 700 Td ({told}) Tj ET".encode()
    elsewhere = f"<< /F ({path}) /Length 0 >>\nstream\n\nendstream".encode()  # a stream that lies in another file
    resources = "/Resources << /Font << /F1 4 0 R >> >>"
    return pdf_from(
        [
            f"<< /Type /Catalog /Pages 2 0 R {act} {script} >>".encode(),
            b"<< /Type /Pages /Count 1 /Kids [6 0 R] >>",
            pdf_stream(shown),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            elsewhere,
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [3 0 R 5 0 R] {resources} >>".encode(),
        ]
    )


def text(there: str, file: str, told: str) -> bytes:
    return f"{told}\n\n![x]({file}) [y]({there}) {{% include '{file}' %}} <img src='{there}'>\n".encode()


def objects(there: str, file: str, told: str) -> bytes:
    body = page(there, file, told).decode()
    return json.dumps([{"title": "Ferry", "$ref": file, "url": there, "content_url": there, "text": body}]).encode()


MADE: dict[str, Callable[[str, str, str], bytes]] = {
    **{".txt": text, ".md": text, ".html": page, ".xhtml": page, ".mhtml": saved, ".eml": mail, ".rss": feed},
    **{".json": objects, ".pdf": printed, ".docx": word, ".odt": open_document, ".epub": book},
}
"""By suffix what makes a file of it, with links to a server and to a file, that tells something."""


def test_no_source_runs_anything_and_none_of_its_links_is_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    folder = tmp_path / "set"
    folder.mkdir()
    with serving() as server:
        there = server.url("/elsewhere")
        files = {f"x{suffix}": make(there, secret.as_uri(), TOLD.format(suffix[1:])) for suffix, make in MADE.items()}
        for name, data in files.items():
            (folder / name).write_bytes(data)
        (tmp_path / "s.zip").write_bytes(zip_of({f"zipped {name}": data for name, data in files.items()}))
        with watched() as heard:
            opened = load([str(folder)]), load([str(tmp_path / "s.zip")])
        for coverage in opened:
            for suffix in MADE:
                told = TOLD.format(suffix[1:])
                (article,) = [a for a in coverage.articles if told in " ".join(a.text.split())]
                assert article.source.partition("#")[0].endswith(suffix)
            assert not [a.source for a in coverage.articles if SECRET in a.text]
        assert outward(heard) == []
        assert f"open {folder / 'x.txt'}" in heard
        assert not [line for line in heard if secret.name in line or line.startswith("write ")]
        assert not server.asked


@posix
@pytest.mark.parametrize("listed", [False, True], ids=["scanned", "listed"])
def test_a_link_leads_out_of_no_folder_that_is_opened(tmp_path: Path, listed: bool) -> None:
    """Who opens a folder from elsewhere has not asked for other files of this machine to be read."""
    folder = tmp_path / "set"
    (folder / "deeper").mkdir(parents=True)
    for name in ("out.txt", "set/own.txt", "set/deeper/own.txt"):
        (tmp_path / name).write_text(TOLD.format(name), encoding="utf-8")
    links = {"a.txt": "../out.txt", "b.txt": str(tmp_path / "out.txt"), "c.txt": "deeper/own.txt", "d.txt": "nowhere"}
    for name, target in links.items():
        (folder / name).symlink_to(target)
    if listed:
        entries = "".join(f"[[article]]\nsource = '{name}'\n" for name in links)
        (folder / "coverage.toml").write_text(entries, encoding="utf-8")
    (tmp_path / "link").symlink_to(folder)
    for opened in (folder, tmp_path / "link"):
        plan = expand([str(opened)])
        found = [source.path.name for source in plan.sources if source.path]
        assert found == (["c.txt"] if listed else ["c.txt", "d.txt", "own.txt"])
        refused = [str(error) for error in plan.refused if "leads out of its folder; name " in str(error)]
        assert [line.split(": ")[0] for line in refused] == [str(opened / name) for name in ("a.txt", "b.txt")]
        assert {str(opened / name) for name in ("a.txt", "b.txt")} <= set(plan.inputs), "nor is anything written there"
    named = expand([str(folder / "a.txt"), str(folder / "*.txt")])
    assert named.refused == ()
    (article,) = read(named.sources[0]).articles
    assert "out.txt" in article.text


def test_a_link_in_an_archive_is_a_text_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET, encoding="utf-8")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        link = zipfile.ZipInfo("a.txt")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16  # as Unix packs it
        archive.writestr(link, str(tmp_path / "secret.txt"))
    (source,) = expand(["-"], stdin=io.BytesIO(packed.getvalue())).sources
    (article,) = read(source).articles
    assert article.text == str(tmp_path / "secret.txt")
