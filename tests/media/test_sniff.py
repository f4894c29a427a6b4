"""Telling files apart by their bytes."""

from __future__ import annotations

import io
import zipfile

import pytest

from evidence_app.media.sniff import HEAD_BYTES, Kind, sniff

ISO = b"\0\0\0\x1cftyp"
FILES: list[tuple[bytes, str, str, Kind]] = [
    (b"\xff\xd8\xff\xe0\0\x10JFIF", "a.txt", "image/jpeg", Kind.PHOTO),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "", "image/png", Kind.PHOTO),
    (b"II\x2a\0\x08\0\0\0", "", "image/tiff", Kind.PHOTO),
    (b"RIFF\x10\0\0\0WEBPVP8 ", "", "image/webp", Kind.PHOTO),
    (ISO + b"avif\0\0\0\0", "a.mp4", "image/avif", Kind.PHOTO),
    (ISO + b"mif1\0\0\0\0mif1avif", "", "image/avif", Kind.PHOTO),
    (ISO + b"heic\0\0\0\0mif1heic", "", "image/heic", Kind.PHOTO),
    (ISO + b"isom\0\0\x02\0isomiso2", "a.jpg", "video/mp4", Kind.VIDEO),
    (ISO + b"qt  \0\0\0\0", "", "video/quicktime", Kind.VIDEO),
    (ISO + b"M4A \0\0\0\0", "", "audio/mp4", Kind.AUDIO),
    (ISO + b"3gp4\0\0\0\0", "", "video/3gpp", Kind.VIDEO),
    (b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x84webm", "", "video/webm", Kind.VIDEO),
    (b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x88matroska", "", "video/x-matroska", Kind.VIDEO),
    ((b"\x47" + bytes(187)) * 3, "", "video/mp2t", Kind.VIDEO),
    (b"RIFF\x10\0\0\0WAVEfmt ", "", "audio/wav", Kind.AUDIO),
    (b"ID3\x04\0\0\0\0\0\x21", "", "audio/mpeg", Kind.AUDIO),
    (b"\xff\xfb\x90\x64\0\0\0\0", "", "audio/mpeg", Kind.AUDIO),
    (b"\xff\xf1\x50\x80\0\0", "", "audio/aac", Kind.AUDIO),
    (b"OggS\0\x02\0\0\0\0\0\0\0\0abcd\0\0\0\0\x01\x13OpusHead", "", "audio/ogg", Kind.AUDIO),
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a.doc", "application/pdf", Kind.PDF),
    (b"\0junk of a mail gateway\r\n%PDF-1.4\n", "", "application/pdf", Kind.PDF),
    (b"%PDF-1.2\n1 0 obj\n", "", "application/pdf", Kind.PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "a.doc", "application/msword", Kind.OFFICE),
    (b"{\\rtf1\\ansi", "a.doc", "application/rtf", Kind.OFFICE),
    (b"PK\x05\x06" + bytes(18), "", "application/zip", Kind.ARCHIVE),
    (b"Rar!\x1a\x07\x01\0", "", "application/vnd.rar", Kind.ARCHIVE),
    (b"<!DOCTYPE html><html>", "", "text/html", Kind.WEB),
    (b"WARC/1.1\r\nWARC-Type: warcinfo\r\n", "", "application/warc", Kind.WEB),
    (b"Received: from a by b\r\nSubject: c\r\n", "a.eml", "message/rfc822", Kind.TEXT),
    (b"a;b\n1;2\n", "a.csv", "text/csv", Kind.TEXT),
    ("Протокол допроса свидетеля".encode(), "", "text/plain", Kind.TEXT),
    ("Протокол допроса свидетеля".encode("cp1251"), "a.txt", "text/plain", Kind.TEXT),
    ("Хаттама".encode("utf-16"), "", "text/plain", Kind.TEXT),
    (b"", "a.mp4", "application/octet-stream", Kind.UNKNOWN),
    (bytes(range(256)) * 4, "a.jpg", "application/octet-stream", Kind.UNKNOWN),
]
PLAYLISTS = [
    b"ffconcat version 1.0\nfile other.mp4\n",
    b"\xef\xbb\xbfffconcat version 1.0\nfile other.mp4\n",
    b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile.ts\n",
    b"v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\nm=video 5004 RTP/AVP 96\r\n",
    b'<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"></MPD>',
    "ffconcat version 1.0\nfile other.mp4\n".encode("utf-16"),
]


@pytest.mark.parametrize(("head", "name", "mime", "kind"), FILES, ids=[f"{n}-{row[2]}" for n, row in enumerate(FILES)])
def test_bytes_decide_and_names_do_not(head: bytes, name: str, mime: str, kind: Kind) -> None:
    found = sniff(head, name)
    assert (found.mime, found.kind) == (mime, kind)


@pytest.mark.parametrize("playlist", PLAYLISTS, ids=range(len(PLAYLISTS)))
def test_a_playlist_is_text_whatever_it_is_called(playlist: bytes) -> None:
    for name in ("footage.mp4", "footage.ts", "footage.m3u8", "footage.mp3", ""):
        assert sniff(playlist, name).kind is Kind.TEXT


def test_a_letter_cut_by_the_end_of_the_head_is_still_text() -> None:
    for shift in range(2):
        assert sniff(b"a" * shift + "я".encode() * HEAD_BYTES).kind is Kind.TEXT


def test_office_packages_are_told_from_other_archives() -> None:
    def package(*names: str) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name in names:
                archive.writestr(name, "application/vnd.oasis.opendocument.text" if name == "mimetype" else "x")
        return out.getvalue()

    assert sniff(package("[Content_Types].xml", "word/document.xml"), "a.docx").mime.endswith(
        "wordprocessingml.document"
    )
    assert sniff(package("mimetype", "content.xml"), "a.odt").mime == "application/vnd.oasis.opendocument.text"
    assert sniff(package("photo.jpg"), "a.docx").kind is Kind.ARCHIVE
