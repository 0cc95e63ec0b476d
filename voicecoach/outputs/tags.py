"""What a player shows: title, artist, cover, chapters, lyrics; the same bytes for the same session, so no date."""

from __future__ import annotations

import string
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.errors import OutputError
from voicecoach.outputs.formats import SoundFormat
from voicecoach.pictures import PNG, mime_type
from voicecoach.timeline.model import Chapter
from voicecoach.times import Ms

if TYPE_CHECKING:
    from mutagen.flac import FLAC, Picture
    from mutagen.id3 import ID3, Frame
    from mutagen.oggopus import OggOpus
    from mutagen.oggvorbis import OggVorbis

MAX_ID3_CHAPTERS = 255
"""The table of contents counts its entries in one byte ("ID3v2 Chapter Frame Addendum", 3.2)."""

MAX_VORBIS_CHAPTERS = 999
"""`CHAPTER001` has three digits."""

_MOST_CHAPTERS = {
    SoundFormat.MP3: MAX_ID3_CHAPTERS,
    SoundFormat.WAV: MAX_ID3_CHAPTERS,
    SoundFormat.FLAC: MAX_VORBIS_CHAPTERS,
    SoundFormat.OGG: MAX_VORBIS_CHAPTERS,
    SoundFormat.OPUS: MAX_VORBIS_CHAPTERS,
}

_NO_OFFSET = 0xFFFFFFFF
_FRONT_COVER = 3


@dataclass(frozen=True, slots=True)
class TagData:
    """The tags of one file; an empty field is left out.

    `language` is that of the lyrics, in three letters (ISO 639-2); `cover` is a PNG or a JPEG. `pictures` are PNGs for
    chapters, by their `place`, which only ID3 has room for.
    """

    title: str
    artist: str = ""
    album: str = ""
    track: int | None = None
    genre: str = ""
    comment: str = ""
    url: str = ""
    chapters: tuple[Chapter, ...] = ()
    lyrics: str = ""
    language: str = "eng"
    cover: bytes | None = None
    pictures: Mapping[tuple[int, int], bytes] = field(default_factory=dict)


def most_chapters(kind: SoundFormat) -> int | None:
    """How many chapters a file of this format can hold; None if there is no limit."""
    return _MOST_CHAPTERS.get(kind)


def has_chapter_pictures(kind: SoundFormat) -> bool:
    """Whether a file of this format can hold a picture for each chapter: those with an ID3 tag can."""
    return kind in {SoundFormat.MP3, SoundFormat.WAV}


def listed_chapters(chapters: Sequence[Chapter], most: int) -> tuple[Chapter, ...]:
    """At most `most` of the chapters, each reaching to the next one kept.

    The first of each section goes in before any other; what room is left is spread evenly over the rest. What fits in a
    format is known to `most_chapters`.
    """
    if len(chapters) <= most:
        return tuple(chapters)
    firsts = [i for i, each in enumerate(chapters) if i == 0 or each.section != chapters[i - 1].section]
    others = sorted(set(range(len(chapters))) - set(firsts))
    kept = sorted(_spread(firsts, most) + _spread(others, max(0, most - len(firsts))))
    ends = [chapters[i].start for i in kept[1:]] + [chapters[-1].end]
    return tuple(replace(chapters[i], end=end) for i, end in zip(kept, ends, strict=True))


def id3_bytes(tags: TagData, duration: Ms | None = None) -> bytes:
    """An ID3v2.3 tag, to stand before the frames of an MP3.

    2.3 and not 2.4: everything that reads 2.4 reads it, and Windows, car radios and older phone players read nothing
    newer. The addendum for chapters covers both.
    """
    from io import BytesIO

    target = BytesIO()
    _id3(tags, duration).save(target, v1=0, v2_version=3, padding=_no_padding)
    return _with_chapters_in_order(target.getvalue())


_ID3_HEADER_BYTES = _FRAME_HEADER_BYTES = 10


def _with_chapters_in_order(tag: bytes) -> bytes:
    """The tag with its chapters in order of time: mutagen sorts frames by size, and not every reader sorts again."""
    frames = list(_frames(tag))
    chapters = sorted((frame for frame in frames if frame[:4] == b"CHAP"), key=_chapter_start)
    others = [frame for frame in frames if frame[:4] != b"CHAP"]
    return tag[:_ID3_HEADER_BYTES] + b"".join(others + chapters)


def _frames(tag: bytes) -> Iterator[bytes]:
    at = _ID3_HEADER_BYTES
    while at < len(tag):
        end = at + _FRAME_HEADER_BYTES + int.from_bytes(tag[at + 4 : at + 8], "big")
        yield tag[at:end]
        at = end


def _chapter_start(frame: bytes) -> int:
    after_id = frame.index(b"\0", _FRAME_HEADER_BYTES) + 1
    return int.from_bytes(frame[after_id : after_id + 4], "big")


def tag_file(path: Path, kind: SoundFormat, tags: TagData) -> None:
    """Write `tags` into a finished `.flac`, `.ogg`, `.opus`, `.wav` or `.m4a` file.

    The chapters of an `.m4a` are written by ffmpeg, see `ffmpeg`. A WAV file over 4 GB can't hold tags and is left as
    it is. Raises `OutputError` if the file is not of its kind.
    """
    from mutagen import MutagenError

    writers: dict[SoundFormat, Callable[[Path, TagData], None]] = {
        SoundFormat.FLAC: _tag_flac,
        SoundFormat.OGG: _tag_ogg,
        SoundFormat.OPUS: _tag_opus,
        SoundFormat.WAV: _tag_wav,
        SoundFormat.M4A: _tag_m4a,
    }
    try:
        writers[kind](path, tags)
    except MutagenError as error:
        if isinstance(error.__context__, OSError):
            raise error.__context__ from None
        msg = f"The {kind} file could not be tagged, since it is damaged: {error}. Try again, or choose .mp3."
        raise OutputError(msg) from error


def _spread(items: list[int], most: int) -> list[int]:
    if len(items) <= most:
        return items
    return [items[i * len(items) // most] for i in range(most)]


def _no_padding(_info: object) -> int:
    return 0


def _encoding(text: str) -> int:
    """ASCII is marked as Latin 1 and the rest is UTF-16, the two that ID3v2.3 has.

    Not every player takes Latin 1 for what it is.
    """
    return 0 if text.isascii() else 1


def _id3(tags: TagData, duration: Ms | None) -> ID3:
    from mutagen.id3 import ID3

    result = ID3()
    for frame in (*_text_frames(tags, duration), *_other_frames(tags), *_chapter_frames(tags)):
        result.add(frame)
    return result


def _text_frames(tags: TagData, duration: Ms | None) -> Iterator[Frame]:
    from mutagen import id3

    texts = {
        id3.TIT2: tags.title,
        id3.TPE1: tags.artist,
        id3.TALB: tags.album,
        id3.TRCK: "" if tags.track is None else str(tags.track),
        id3.TCON: tags.genre,
        id3.TLEN: "" if duration is None else str(duration),
    }
    for frame, text in texts.items():
        if text:
            yield frame(encoding=_encoding(text), text=[text])


def _other_frames(tags: TagData) -> Iterator[Frame]:
    from mutagen import id3

    if tags.comment:
        yield id3.COMM(encoding=_encoding(tags.comment), lang=tags.language, desc="", text=[tags.comment])
    if tags.url:
        yield id3.WXXX(encoding=0, desc="", url=_ascii_address(tags.url))
    if tags.lyrics:
        yield id3.USLT(encoding=_encoding(tags.lyrics), lang=tags.language, desc="", text=tags.lyrics)
    if tags.cover:
        yield id3.APIC(encoding=0, mime=mime_type(tags.cover), type=_FRONT_COVER, desc="", data=tags.cover)


def _ascii_address(url: str) -> str:
    """The address with what isn't ASCII percent-encoded: ID3 has no other letters for it."""
    if url.isascii():
        return url
    from urllib.parse import quote

    return quote(url, safe=string.printable)


def _chapter_frames(tags: TagData) -> Iterator[Frame]:
    from mutagen import id3

    chapters = listed_chapters(tags.chapters, MAX_ID3_CHAPTERS)
    ids = [f"chp{number}" for number in range(len(chapters))]
    for element_id, chapter in zip(ids, chapters, strict=True):
        yield id3.CHAP(
            element_id=element_id,
            start_time=chapter.start,
            end_time=chapter.end,
            start_offset=_NO_OFFSET,
            end_offset=_NO_OFFSET,
            sub_frames=[
                id3.TIT2(encoding=_encoding(chapter.title), text=[chapter.title]),
                *_chapter_picture(tags, chapter),
            ],
        )
    if chapters:
        flags = id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED
        title = id3.TIT2(encoding=_encoding(tags.title), text=[tags.title])  # without one some players list no chapters
        yield id3.CTOC(element_id="toc", flags=flags, child_element_ids=ids, sub_frames=[title])


def _chapter_picture(tags: TagData, chapter: Chapter) -> Iterator[Frame]:
    """The picture as a front cover: what players show in the place of the file's own."""
    from mutagen import id3

    picture = tags.pictures.get(chapter.place) if chapter.place else None
    if picture:
        yield id3.APIC(encoding=0, mime=mime_type(picture), type=_FRONT_COVER, desc="", data=picture)


def _tag_flac(path: Path, tags: TagData) -> None:
    from mutagen.flac import FLAC

    file = FLAC(path)
    _fill(file, tags)
    if tags.cover:
        file.add_picture(_picture(tags.cover))
    file.save(padding=_no_padding)


def _tag_ogg(path: Path, tags: TagData) -> None:
    from mutagen.oggvorbis import OggVorbis

    _tag_xiph(OggVorbis(path), tags)


def _tag_opus(path: Path, tags: TagData) -> None:
    from mutagen.oggopus import OggOpus

    _tag_xiph(OggOpus(path), tags)


def _tag_xiph(file: OggVorbis | OggOpus, tags: TagData) -> None:
    from base64 import b64encode

    _fill(file, tags)
    if tags.cover:
        file["METADATA_BLOCK_PICTURE"] = [b64encode(_picture(tags.cover).write()).decode("ascii")]
    file.save(padding=_no_padding)


def _fill(file: FLAC | OggVorbis | OggOpus, tags: TagData) -> None:
    if file.tags is None:
        file.add_tags()
    for key, value in _vorbis_comments(tags):
        file[key] = [value]


def _vorbis_comments(tags: TagData) -> Iterator[tuple[str, str]]:
    fields = {
        "TITLE": tags.title,
        "ARTIST": tags.artist,
        "ALBUM": tags.album,
        "TRACKNUMBER": "" if tags.track is None else str(tags.track),
        "GENRE": tags.genre,
        "COMMENT": tags.comment,
        "URL": tags.url,
        "LYRICS": tags.lyrics,
    }
    yield from ((key, value) for key, value in fields.items() if value)
    for number, chapter in enumerate(listed_chapters(tags.chapters, MAX_VORBIS_CHAPTERS), 1):
        yield f"CHAPTER{number:03}", _clock(chapter.start)
        yield f"CHAPTER{number:03}NAME", chapter.title


def _clock(at: Ms) -> str:
    """`01:02:03.456`, the form Vorbis chapters have."""
    seconds, millis = divmod(at, 1000)
    minutes, secs = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{secs:02}.{millis:03}"


def _picture(cover: bytes) -> Picture:
    from mutagen.flac import Picture

    picture = Picture()
    picture.type, picture.mime, picture.desc, picture.data = _FRONT_COVER, mime_type(cover), "Cover", cover
    if picture.mime == PNG:  # for a JPEG they stay 0, which means that they are not said
        # A PNG begins with its signature and the header chunk, whose first fields are these (ISO 15948, 11.2.2).
        picture.width, picture.height = struct.unpack(">II", cover[16:24])
        picture.depth = 24
    return picture


def _tag_wav(path: Path, tags: TagData) -> None:
    from mutagen.wave import WAVE

    with path.open("rb") as head:
        if head.read(4) != b"RIFF":
            return
    file = WAVE(path)
    file.add_tags()
    for frame in _id3(tags, None).values():
        file.tags.add(frame)
    file.save(v2_version=3, padding=_no_padding)


def _tag_m4a(path: Path, tags: TagData) -> None:
    from mutagen.mp4 import MP4, MP4Cover

    file = MP4(path)
    comment = "\n".join(each for each in (tags.comment, tags.url) if each)
    texts = {
        "\xa9nam": tags.title,
        "\xa9ART": tags.artist,
        "\xa9alb": tags.album,
        "\xa9gen": tags.genre,
        "\xa9cmt": comment,
        "\xa9lyr": tags.lyrics,
    }
    for key, text in texts.items():
        if text:
            file[key] = [text]
    if tags.track is not None:
        file["trkn"] = [(tags.track, 0)]
    if tags.cover:
        kind = MP4Cover.FORMAT_PNG if mime_type(tags.cover) == PNG else MP4Cover.FORMAT_JPEG
        file["covr"] = [MP4Cover(tags.cover, imageformat=kind)]
    file.save(padding=_no_padding)
