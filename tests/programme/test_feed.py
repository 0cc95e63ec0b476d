from __future__ import annotations

import html
import itertools
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plan.laid import glutes, glutes_laid
from tests.plan.sessions import sessions
from tests.programme.examples import FOR_SAM, HOSTILE, START, episode, hostile, of_kinds, programme
from voicecoach.definitions.coach import Coach
from voicecoach.definitions.session import Session
from voicecoach.plan.choices import Choices
from voicecoach.programme.feed import Release, feed
from voicecoach.programme.model import Programme
from voicecoach.programme.page import page
from voicecoach.programme.texts import section_note

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
NAMES = {"itunes": ITUNES, "podcast": PODCAST, "atom": ATOM, "content": CONTENT}
BASE = "https://example.org/sam/"
PNG = b"\x89PNG\r\n\x1a\n"
AFTERWARDS = Release(date(2030, 1, 1), weekly=True)
"""When all weeks have begun."""
NOT_IN_XML = "".join(map(chr, (0, 7, 0xB, 0x1F, 0xD800, 0xFFFE, 0xFFFF)))
"""Some of what XML 1.0 has no way to hold (section 2.2)."""

CHANNEL_ONCE = (
    *("title", "link", "description", "content:encoded", "language", "generator", "image", "atom:link"),
    *("itunes:author", "itunes:image"),
    *("itunes:category", "itunes:explicit", "itunes:type", "itunes:block"),
    *("podcast:block", "podcast:locked", "podcast:guid", "podcast:medium"),
)
ITEM_ONCE = (
    *(
        "title",
        "link",
        "description",
        "content:encoded",
        "guid",
        "enclosure",
        "itunes:duration",
        "itunes:episode",
        "itunes:episodeType",
    ),
    *("itunes:explicit", "podcast:chapters", "podcast:transcript"),
)
MEDIUMS = {"podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course"}


def channel(shared: Programme, base_url: str = BASE, release: Release = AFTERWARDS) -> ET.Element:
    root = ET.XML(feed(shared, base_url, release).encode())
    assert (root.tag, root.attrib) == ("rss", {"version": "2.0"})
    (only,) = root
    assert only.tag == "channel"
    return only


def items(shared: Programme, release: Release = AFTERWARDS) -> list[ET.Element]:
    return channel(shared, release=release).findall("item")


def dates(shared: Programme, release: Release = AFTERWARDS) -> list[datetime]:
    return [parsedate_to_datetime(text(item, "pubDate")) for item in items(shared, release)]


def paragraphs(element: ET.Element) -> list[str]:
    """Those of the HTML, as a browser shows them."""
    return [html.unescape(one) for one in re.findall(r"<p>([^<]*)</p>", text(element, "content:encoded"))]


def text(element: ET.Element, path: str) -> str:
    found = element.findall(path, NAMES)
    assert len(found) == 1, path
    return found[0].text or ""


def attributes(element: ET.Element, path: str) -> dict[str, str]:
    found = element.findall(path, NAMES)
    assert len(found) == 1, path
    return found[0].attrib


def guids(shared: Programme) -> list[str]:
    return [text(item, "guid") for item in items(shared)]


def two_a_week(weeks: int = 2) -> Programme:
    other = replace(glutes(), name="legs-too", title="Legs, too")
    both = [
        episode(week, session, FOR_SAM, start=START) for week in range(1, weeks + 1) for session in (glutes(), other)
    ]
    return Programme("Two a week", tuple(both), "Sam", None, START)


def podcast_guid(address: str) -> str:
    """The rule of `podcast:guid`: UUID version 5 of the feed's address without scheme and slashes at the end."""
    return str(uuid5(UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6"), re.sub("^[a-z]+://", "", address).rstrip("/")))


# The whole


def test_feedparser_finds_nothing_wrong() -> None:
    shared = programme(3, start=START, coach=Coach("Alexa", "alexa@example.org", PNG))
    parsed = feedparser.parse(feed(shared, BASE, AFTERWARDS).encode())
    assert not parsed.bozo
    assert parsed.version == "rss20"
    assert parsed.encoding == "utf-8"
    assert parsed.feed.title == "Glutes strength for runners, for Sam"
    assert (parsed.feed.link, parsed.feed.language, parsed.feed.author) == (BASE, "en", "Alexa")
    assert parsed.feed.image.href == f"{BASE}podcast.png"
    assert parsed.feed.itunes_block
    assert [entry.title for entry in parsed.entries] == [one.title for one in shared.episodes]
    for entry, one in zip(parsed.entries, shared.episodes, strict=True):
        assert entry.id == str(shared.episode_identity(one))
        assert not entry.guidislink
        (enclosure,) = entry.enclosures
        assert enclosure.href == f"{BASE}{one.mp3}"
        assert (enclosure.type, int(enclosure.length)) == ("audio/mpeg", one.mp3_bytes)


def test_the_feed_is_utf8_xml_and_the_same_programme_gives_the_same_bytes() -> None:
    first = feed(programme(2, start=START), BASE, AFTERWARDS)
    glutes_laid.cache_clear()
    second = feed(programme(2, start=START), BASE, AFTERWARDS)
    assert first == second
    assert first.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    assert first.endswith("</rss>\n")
    assert "lastBuildDate" not in first


def test_namespaces_are_declared_to_the_letter() -> None:
    written = feed(programme(1), BASE, AFTERWARDS)
    for prefix, address in NAMES.items():
        assert f'xmlns:{prefix}="{address}"' in written


# The channel


@pytest.mark.parametrize("shared", [programme(2), hostile(), two_a_week()], ids=["usual", "hostile", "two a week"])
def test_the_channel_has_each_tag_once_with_an_allowed_value(shared: Programme) -> None:
    found = channel(shared)
    for path in CHANNEL_ONCE:
        assert len(found.findall(path, NAMES)) == 1, path
    assert all((found.findtext(path, namespaces=NAMES) or "").strip() for path in ("title", "link", "description"))
    assert text(found, "itunes:explicit") == "false"
    assert text(found, "itunes:type") == "serial"
    assert text(found, "itunes:block") == "Yes"
    assert text(found, "podcast:block") == "yes"
    assert text(found, "podcast:locked") == "yes"
    assert text(found, "podcast:medium") in MEDIUMS
    assert attributes(found, "itunes:category") == {"text": "Health & Fitness"}
    assert attributes(found, "itunes:category/itunes:category") == {"text": "Fitness"}
    assert attributes(found, "atom:link") == {
        "href": f"{BASE}feed.xml",
        "rel": "self",
        "type": "application/rss+xml",
    }
    assert found.find("copyright") is None
    assert found.find("pubDate") is None


def test_the_picture_is_a_square_whosever_it_is() -> None:
    for coach in (None, Coach("Alexa"), Coach("Alexa", "", PNG)):
        found = channel(programme(1, coach=coach))
        assert attributes(found, "itunes:image") == {"href": f"{BASE}podcast.png"}
        assert text(found, "image/url") == f"{BASE}podcast.png"
        assert text(found, "image/title") == text(found, "title")
        assert text(found, "image/link") == text(found, "link") == BASE


def test_a_coach_is_the_author_and_the_host() -> None:
    found = channel(programme(1, coach=Coach("Alexa Miller")))
    assert text(found, "itunes:author") == "Alexa Miller"
    assert text(found, "podcast:person") == "Alexa Miller"
    assert attributes(found, "podcast:person") == {"role": "host"}
    assert channel(programme(1)).find("podcast:person", NAMES) is None


def test_the_description_says_what_it_is_for_whom_and_from_whom() -> None:
    lines = text(channel(programme(2, coach=Coach("Alexa"))), "description").splitlines()
    assert lines[0].endswith(", for Sam.")
    assert lines[1] == "From Alexa."
    assert lines[2] == glutes().about
    nobody = text(channel(programme(1, replace(glutes(), source=None, about=""), Choices())), "description")
    assert "for Sam" not in nobody
    assert nobody.splitlines()[1] == "From voicecoach."
    assert "" not in nobody.splitlines()


def test_sessions_that_say_the_same_of_themselves_say_it_once() -> None:
    assert text(channel(two_a_week()), "description").count(glutes().about) == 1


@pytest.mark.parametrize(
    ("address", "guid"),
    [
        # The two examples of the rule
        ("mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"),
        ("podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
        # SHA-1 of the namespace's bytes and the address, with version and variant put in by hand
        ("example.org/sam/feed.xml", "f0e46109-fbc5-54ec-881c-1c3c32ad7c31"),
    ],
)
def test_the_rule_for_the_channels_guid_is_understood(address: str, guid: str) -> None:
    assert podcast_guid(f"https://{address}/") == guid


def test_the_channels_guid_is_by_the_rule_whatever_the_scheme() -> None:
    for base in (BASE, "http://example.org/sam/"):
        assert text(channel(programme(1), base), "podcast:guid") == "f0e46109-fbc5-54ec-881c-1c3c32ad7c31"
    elsewhere = "http://127.0.0.1:8000/a%20b/"
    assert text(channel(programme(1), elsewhere), "podcast:guid") == podcast_guid(f"{elsewhere}feed.xml")


# The items


@pytest.mark.parametrize("shared", [programme(2), hostile(), two_a_week()], ids=["usual", "hostile", "two a week"])
def test_every_item_has_each_tag_once_with_an_allowed_value(shared: Programme) -> None:
    found = items(shared)
    assert len(found) == len(shared.episodes)
    for number, (item, one) in enumerate(zip(found, shared.episodes, strict=True), start=1):
        for path in ITEM_ONCE:
            assert len(item.findall(path, NAMES)) == 1, path
        assert attributes(item, "guid") == {"isPermaLink": "false"}
        assert attributes(item, "enclosure") == {
            "url": f"{BASE}{one.stem}.mp3",
            "length": str(one.mp3_bytes),
            "type": "audio/mpeg",
        }
        assert text(item, "itunes:episode") == str(number)
        assert text(item, "itunes:duration") == str(round(one.timeline.duration / 1000))
        assert text(item, "itunes:episodeType") == "full"
        assert text(item, "itunes:explicit") == "false"
        assert item.find("itunes:season", NAMES) is None
        assert attributes(item, "podcast:chapters") == {
            "url": f"{BASE}{one.stem}.chapters.json",
            "type": "application/json+chapters",
        }
        assert attributes(item, "podcast:transcript") == {
            "url": f"{BASE}{one.stem}.vtt",
            "type": "text/vtt",
            "language": "en",
            "rel": "captions",
        }


def test_the_episodes_are_in_order_and_their_guids_differ() -> None:
    shared = two_a_week(3)
    assert [text(item, "title") for item in items(shared)] == [one.title for one in shared.episodes]
    assert len(set(guids(shared))) == len(shared.episodes)
    assert all(str(UUID(guid)) == guid for guid in guids(shared))


def test_every_item_leads_to_its_session_on_the_page() -> None:
    shared = two_a_week()
    shown = page(shared)
    links = [text(item, "link") for item in items(shared)]
    assert links == [f"{BASE}#session-{number}" for number in range(1, 5)]
    assert all(f'id="{link.partition("#")[2]}"' in shown for link in links)


def test_guids_stay_when_weeks_are_added_and_equipment_changes() -> None:
    before = guids(programme(2))
    assert guids(programme(4))[:2] == before
    assert guids(programme(2, choices=replace(FOR_SAM, without=("band",)))) == before
    assert guids(programme(2, start=START)) == before


def test_weekly_each_week_comes_out_at_six_on_its_day() -> None:
    found = dates(programme(4, start=START))
    assert found[0] == datetime(2026, 11, 30, 6, tzinfo=UTC)
    assert [after - before for before, after in itertools.pairwise(found)] == [timedelta(days=7)] * 3
    assert text(items(programme(1, start=START))[0], "pubDate") == "Mon, 30 Nov 2026 06:00:00 GMT"


def test_sessions_of_one_week_come_out_a_minute_apart() -> None:
    first = datetime(2026, 11, 30, 6, tzinfo=UTC)
    minute, week = timedelta(minutes=1), timedelta(days=7)
    assert dates(two_a_week()) == [first, first + minute, first + week, first + week + minute]


@pytest.mark.parametrize(("days", "weeks"), [(-3, 1), (0, 1), (6, 1), (7, 2), (13, 2), (14, 3), (400, 3)])
def test_weekly_a_feed_has_the_weeks_that_have_begun_and_always_the_first(days: int, weeks: int) -> None:
    today = START + timedelta(days=days)
    shared = two_a_week(3)
    found = items(shared, Release(today, weekly=True))
    assert [text(item, "title") for item in found] == [one.title for one in shared.episodes][: 2 * weeks]
    assert [text(item, "itunes:episode") for item in found] == [str(number + 1) for number in range(2 * weeks)]
    assert max(dates(shared, Release(today, weekly=True))).date() <= today


@pytest.mark.parametrize("days", [-30, -1, 0, 1, 400])
def test_all_at_once_no_date_is_to_come(days: int) -> None:
    today = START + timedelta(days=days)
    found = dates(programme(4, start=START), Release(today))
    assert [after - before for before, after in itertools.pairwise(found)] == [timedelta(days=7)] * 3
    assert found[-1].date() == min(START, today) - timedelta(days=1)


def test_without_a_start_there_are_no_dates() -> None:
    assert all(item.find("pubDate") is None for item in items(programme(2)))


def test_a_day_before_summer_time_and_one_after_are_both_at_six() -> None:
    found = [text(item, "pubDate") for item in items(programme(2, start=date(2027, 3, 25)))]
    assert found == ["Thu, 25 Mar 2027 06:00:00 GMT", "Thu, 01 Apr 2027 06:00:00 GMT"]


def test_an_episode_says_how_long_it_is_what_to_fetch_and_what_is_done() -> None:
    lines = text(items(programme(1))[0], "description").splitlines()
    assert lines[0] == "From start to finish. Twenty-nine minutes at most."
    assert lines[1] == "You need three things. A step, or a staircase. A resistance band. A chair or sofa."
    assert lines[2] == "Step ups: 3 × 8–10 reps, each leg."
    assert len(lines) == 2 + len(glutes().items)
    without = programme(1, choices=Choices(without=("band", "step", "chair"), only=("squat",), sets=1))
    assert text(items(without)[0], "description").splitlines()[1:] == [
        "You need nothing but some room.",
        "Squats: 1 × 8–10 reps.",
    ]


def test_an_episode_says_how_its_sections_go() -> None:
    shared = Programme("Kinds", (of_kinds("superset", "circuit", "amrap", "emom"),))
    assert text(items(shared)[0], "description").splitlines()[1:] == [
        "You need one thing. A bell.",
        "Superset: 3 rounds, 40 s of rest between them.",
        "Squats: 3 × 5 reps.",
        "Rows: 3 × 5 reps with 16 kg.",
        "Round and round. Circuit: 2 rounds, 25 s of rest between them.",
        "Lunges: 2 × 3 reps, alternating.",
        "Side plank: 2 × 12 s, each side.",
        "Lunges: 2 × 2 reps, alternating.",
        "As many rounds as possible in 4 min.",
        "Squats: 10 reps.",
        "Lunges: 5 reps, alternating.",
        "Plank: 20 s.",
        "Every 30 s, 4 sets.",
        "Squats: 2 × 6 reps.",
        "Jumping jacks: 2 × 8 reps.",
    ]


def test_descriptions_are_plain_and_the_same_as_html_is_beside_them() -> None:
    found = channel(programme(1))
    for one in (found, *found.findall("item")):
        assert paragraphs(one) == text(one, "description").splitlines()
        assert "<" not in text(one, "description")
    parsed = feedparser.parse(feed(programme(1), BASE, AFTERWARDS).encode())
    assert [one.type for one in parsed.entries[0].content] == ["text/html"]


@given(sessions())
def test_any_session_has_an_episode(session: Session) -> None:
    shared = programme(1, session)
    (item,) = items(shared)
    one = shared.episodes[0]
    heads = sum(bool(section.title or section_note(section)) for section in one.workout.sections)
    assert len(text(item, "description").splitlines()) == 2 + heads + len(one.workout.works)


# Texts from outside


def test_hostile_texts_arrive_as_they_are() -> None:
    found = channel(hostile())
    assert text(found, "title") == f"{HOSTILE}, for {HOSTILE}"
    assert text(found, "itunes:author") == HOSTILE
    assert text(found, "podcast:person") == HOSTILE
    assert HOSTILE in text(found, "description").splitlines()
    assert HOSTILE in paragraphs(found)
    assert text(found.findall("item")[0], "title") == f"{HOSTILE}, week 1"
    assert not feedparser.parse(feed(hostile(), BASE, AFTERWARDS).encode()).bozo


def test_what_xml_cannot_hold_is_dropped() -> None:
    named = f"a{NOT_IN_XML}b\tc&#0;"
    found = channel(programme(1, replace(glutes(), title=named, about=named)))
    assert text(found, "title") == "ab\tc&#0;, for Sam"
    assert "ab\tc&#0;" in text(found, "description").splitlines()
    assert "<p>ab\tc&amp;#0;</p>" in text(found, "content:encoded")
    assert text(found.findall("item")[0], "title") == "ab\tc&#0;, week 1"


@given(st.text())
def test_any_name_gives_a_feed(name: str) -> None:
    shared = replace(programme(1), title=name, client=name, coach=Coach(name))
    dropped = re.sub(f"[{re.escape(NOT_IN_XML)}\x01-\x08\x0c\x0e-\x1f\ud800-\udfff]", "", name)
    expected = dropped.replace("\r\n", "\n").replace("\r", "\n")
    assert text(channel(shared), "podcast:person") == expected


@given(st.text(min_size=1))
def test_any_file_name_is_percent_encoded_in_addresses(stem: str) -> None:
    shared = programme(1)
    named = replace(shared, episodes=(replace(shared.episodes[0], stem=stem),))
    address = attributes(items(named)[0], "enclosure")["url"]
    assert re.fullmatch(rf"{re.escape(BASE)}(?:[\w.~-]|%[0-9A-F]{{2}})*\.mp3", address, re.ASCII)


def test_an_ampersand_in_the_address_is_escaped() -> None:
    base = 'https://example.org/?a=1&b="<2>"/'
    assert text(channel(programme(1), base), "link") == base
    assert attributes(channel(programme(1), base), "atom:link")["href"] == f"{base}feed.xml"
