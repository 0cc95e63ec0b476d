"""Which exercises somebody calls who speaks: `next up is the side plank`, `let's go into walking lunges`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from voicecoach.authoring.rules.movements import bare_words, ends_with_movement
from voicecoach.authoring.rules.pattern import any_of, in_any_case
from voicecoach.definitions.notation.spelling import A_NUMBER_IN_WORDS

MOST_WORDS = 5
_TOKEN = re.compile(r"[^\W_](?:[\w'’-]*\w)?|[^\w\s]+")
_WHOLE = in_any_case(
    r"\b"
    + any_of(
        r"(?:supported )?sits? to stands?|(?:seated |standing |lying |single |double )?knees? to chest(?: stretch)?|thread(?:ing)? the needle",
        r"(?:half )?(?:world's|worlds) greatest(?: stretch)?|cat[ -]?(?:and )?(?:cow|camel)|around the world|toes to bars?",
        r"(?:jog|march|run|jogging|marching|running)(?: in| on) (?:the spot|place)|the hundreds?|body scan|box breathing",
        r"90[ -]?90(?: switch(?:es)?)?|ninety ninety(?: switch(?:es)?)?|(?:side lying |deep )?rolls? (?:like a ball|downs?|ups?)",
        r"(?:(?:standing|seated|lying|reclined|supine|reverse|humble|half) )?(?:figure four|figure 4|warrior (?:one|two|three|[123]))(?: stretch)?|legs up the wall",
        r"(?:deep|belly|diaphragmatic|box|square) breath(?:s|ing)|a skips|b skips|shadow boxing|good mornings?",
        r"(?:ball|foot|calf|quad|foam) rolls?|tight fists|savasana|shavasana|child'?s pose|happy baby",
        r"(?:(?:wall|incline|decline|knee|box|diamond|wide|close|scap|scapular|kneeling|pike|butterfly|assisted|band|chair|negative|strict|half) )?(?:press|push|pull|sit|step|chin)[ -]ups|(?:single |double )?leg lowers|jacks",
        r"(?:single arm |one arm )?bent[ -]over (?:\w+ ){0,2}(?:rows?|fl(?:y|ies|yes)|raises?)",
    )
    + r"\b"
)
"""Names that have other words in them than such names have."""
_STOP = frozenset(
    """a an the this that these those it its it's my your our his her their some any all both each every no not i i'm i'll
    i've i'd you you're you'll you've we we're we'll we've he she they they're there here what which who where when while
    until till because if so then and or but as than like just really very also even still too again only now okay ok
    right alright well yeah yes please into onto to for from of in on at by with without under over up down out off back
    through across around behind between before after away is are was were be been being am do does doing did done don't
    have has had get gets getting got go goes going gonna come comes coming let lets let's make makes take takes taking
    keep keeping keeps put puts try trying start starts starting want give gives need feel stay staying can could will
    bigger smaller faster slower higher lower would should might may big small little nice slow slowly good great lovely next last first second third final more
    other another same few quick one once twice about almost maybe always never much many how why today number set sets
    rep reps round rounds minute minutes second seconds time times sides everything something nothing thing things
    find finish finished end hold holding grab lie lying's bring draw pull's tuck's squeeze's lift's use using this's
    rest resting relax switch change swap left shake ready three two four five six seven eight nine ten eleven twelve
    fifteen twenty thirty forty fifty sixty talking think tabata superset circuit block workout exercise exercises move
    moves stretches drill drills session i'd that's here's there's what's who's don't can't won't isn't it'll""".split()
)
"""Words that no name has in it that is spoken."""
_SURE = frozenset(
    """plank bridge superman savasana pigeon cobra sphinx swan halo burpee clam deadlift squat lunge inchworm marching
    jogging skipping crunch clamshell plié relevé hundred skater hinge flutter teaser catcow thruster swing windmill row""".split()
)
"""What alone is a name wherever it is announced."""
_ALONE = frozenset(
    """squats lunges burpees planks bridges crunches deadlifts curls rows swings thrusters jacks skaters clams clamshells
    supermans inchworms kickbacks flyes dips presses press-ups push-ups pull-ups sit-ups step-ups wall-sits cat-cow
    cat-cows marching skipping strides sprints hops bounds pliés swimmers""".split()
)
"""What alone, in its plural, is a name where an utterance begins with it."""
_ARTICLES = r"(?:(?:some|an?|the|our|your|one|another|those|these|little|nice|big|forward|standing|of)\s+)*"
_ONE = r"(?:\s+(?:one|up|of\s+all|exercise|move|stretch|pose|drill|thing|movement|position))*"
_FOR = r"(?:\s+(?:for|of|in)\s+(?:today|you|this\s+\w+|the\s+\w+(?:\s+of\s+the\s+\w+)?|your\s+[\w-]+))?"
_IS = r"(?:\s+(?:is|are|we\s+have|we've\s+got|comes?|it's|it's\s+called|will\s+be|we'll\s+do|we\s+do|we're\s+doing|we're\s+going\s+to\s+do|we\s+go\s+into))?"
_GO = any_of(
    r"do|start(?:\s+(?:off|things\s+off|out))?\s+with|begin\s+with|have|try|get(?:\s+\w+)?\s+into|go(?:\s+\w+)?\s+(?:in)?to|move(?:\s+on|\s+\w+)?\s+(?:in)?to",
    r"come(?:\s+\w+)?\s+(?:in)?to|finish(?:\s+\w+)?\s+with|end(?:\s+\w+)?\s+with|add(?:\s+in)?|practi[sc]e|grab|hit|work\s+on|jump\s+into|warm\s+up\s+with",
    r"find(?:\s+\w+){0,3}?\s+with|wake\s+\w+\s+up\s+with|loosen\s+up\s+with|calm\s+\w+(?:\s+\w+)?\s+with|give\s+(?:it|that)\s+a\s+break\s+and\s+do|spoil\s+it\s+with",
)
_STRONG = in_any_case(
    r"(?:^|[\s,.!?…:—–-])"
    + any_of(
        rf"(?:the\s+)?(?:first|next|last|final|second|third|fourth|fifth|sixth|finisher){_ONE}{_FOR},?{_IS}(?:\s+called)?,?",
        rf"(?:exercise|move|number|station|drill|stretch|superset)\s+(?:number\s+)?(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+),?(?:\s+\w+'s\s+\w+)?{_IS}(?:\s+called)?,?",
        rf"(?:let's|we'll|we\s+will|we're|we're\s+(?:going\s+to|gonna)|we\s+are\s+going\s+to|we're\s+going\s+to\s+move|i\s+want\s+you\s+to|i'd\s+like\s+you\s+to|i'd\s+like\s+(?:us\s+)?to|you're\s+(?:going\s+to|gonna)|we|now|then|and|so|please|gonna)(?:\s+(?:just|now|also|all|quickly|be))*\s+(?:{_GO}|doing|going\s+(?:in)?to|moving\s+(?:on\s+)?(?:in)?to|starting\s+with|finishing\s+with)",
        r"(?:start|begin|finish|end|kick\s+(?:\w+\s+)?off|continue|back|straight)(?:ing)?(?:,?\s+\w+){0,5}?,?\s+with",
        r"(?:it's\s+)?called|(?:this|that|these|those|here)\s+(?:one\s+)?(?:is|are|comes?)(?:\s+(?:our|called))?|this\s+one's|here's|it's(?:\s+your)?|ready\s+for|time\s+for|set\s+up\s+for|move\s+is|exercise\s+is|and\s+for",
        r"(?:mov(?:e|ing)\s+on|going|go|come|coming|moving|straight|right|right\s+back|over|down|back|up|out|fours|floor|tummy|back|side|legs|hips|front|exactly\s+where\s+you\s+are|knees\s+bent)(?:\s+(?:on|out|up|down|back))?,?\s+(?:in)?(?:to|for)",
        r"(?:open\s+up|tip\s+over|sink\s+\w+\s+\w+\s+\w+|push\s+back|fold|send\s+\w+\s+\w+\s+\w+\s+\w+)\s+into",
        r"(?<=^\s)(?:okay|ok|right|righto|alright|all\s+right|now\s+then|now|so|and|lovely|good|great|sweet|awesome|cool|plus)",
        r"now\s+then|now|then|and\s+then|next",
        r"moving\s+on|(?:we've|you've)\s+got|(?:final|last|next)\s+(?:thing|one|exercise|move)\s+on\s+the\s+\w+",
        r"(?:after\s+that|followed\s+by|(?:on|onto)\s+(?:your|the)\s+\w+\s+for)",
        r"(?:into|working|moves?\s+are|exercises?\s+are|have)",
        r"(?:rest|go|down)\s+(?:ten\s+seconds|\d+\s+seconds)",
    )
    + rf"[\s,:]+(?:(?:\d+|ten|twelve|fifteen|twenty|eight|six|five)\s+)?{_ARTICLES}$"
)
"""How it is announced, right before its name."""
_BEHIND = in_any_case(r"\W*(?:is|are|comes?)?\s*(?:next|first|up\s+next|coming\s+up|again|last\s+time|let's\s+go|go\b)")
"""How it is announced right behind its name."""
_NO_NAME_BEHIND = in_any_case(
    r"(?:\bnot|\blike|\bisn't|\bthan|\bturning\s+this\s+into|\btalking\s+of|\bdidn't|\bdon't\s+\w+|\bif\s+you(?:r)?(?:\s+\w+)?|\bfrom|\bno"
    r"|\bof\s+doing|\bdoing\s+more)\s+(?:an?\s+|the\s+|your\s+)?$"
)
_WITH_TIME = in_any_case(
    r"\b(?P<name>jog|run|walk|march|skip|row|cycle|jogging|skipping|marching|walking|running)(?:\s+(?:on\s+the\s+spot|in\s+place|easy|gently|slowly))?"
    r"(?=\s+(?:for\s+(?:me\s+)?)?(?:about\s+)?(?:\d+|an?|one|two|three|four|five|ten)\s+min)"
)
"""What goes on for minutes: `you jog for five minutes`."""
_IN_CAPITALS = re.compile(
    r"\b(?:(?:shape|pose|posture|asana|exercise|stretch|one|move) is(?: called)?|knees for|back for|belly for|floor for|side for|into|this is)"
    r"\s+(?:the\s+)?(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})(?=[.,:;])"
)
"""A pose that has its name in capitals, whatever it is called: `Come onto your knees for Dragon.`"""
_NO_POSE = in_any_case(r"(?:i|we|you|my|your|mr|mrs|dr)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
_SOME = rf"(?:\d+|{A_NUMBER_IN_WORDS})"
_OF_TIME = in_any_case(
    rf"\b{_SOME}\s+minutes?\s+of\s+(?:easy\s+|gentle\s+)?(?P<name>[\w-]+ing)\b",
    rf"\b{_SOME}\s+minutes?\s+on\s+the\s+(?P<machine>rower|bike|treadmill|erg|elliptical|cross[ -]?trainer|ski erg|stepper)\b",
)


@dataclass(frozen=True)
class Called:
    """A name as it is spoken, where it stands, from where on it is announced, and whether it is for certain."""

    name: str
    start: int
    end: int
    is_sure: bool


def called_in(text: str) -> list[Called]:
    """The exercises that an utterance calls, in order."""
    found = list[Called]()
    for one in sorted(_candidates(text), key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return found


def _candidates(text: str) -> Iterator[Called]:
    for one in _IN_CAPITALS.finditer(text):
        if not _NO_POSE.match(one["name"]):
            yield Called(one["name"], one.start("name"), one.end("name"), is_sure=True)
    for form in (_WITH_TIME, _OF_TIME):
        for one in form.finditer(text):
            name = next(filter(None, one.groups()))
            yield Called(name, one.start(), one.end(), is_sure=True)
    for one in _WHOLE.finditer(text):
        start, end = one.span()
        is_announced = _is_announced(text, start, end)
        is_placed = is_announced or ((_is_first(text, start) or _is_last(text, end)) and not _is_greeting(one[0]))
        if is_placed and not _NO_NAME_BEHIND.search(text[:start]) and not _is_deed(text, start, end):
            yield Called(one[0], _from_amount(text, start), end, is_sure=is_announced)
    tokens = [one for one in _TOKEN.finditer(text)]
    at = 0
    while at < len(tokens):
        end = _end_of_name(tokens, at)
        if end and (called := _called(text, tokens[at:end], is_first=_is_first(text, tokens[at].start()))):
            yield called
            at = end
        else:
            at += 1


def _is_word(tokens: Sequence[re.Match[str]], at: int) -> bool:
    """Whether a name can have this word in it; a number in words only before a limb: `one arm rows`."""
    word = tokens[at][0].lower().replace("’", "'")
    if word in _COUNTS and at + 1 < len(tokens):
        return tokens[at + 1][0].lower() in _LIMBS
    if word in _HELD and at > 0:
        return True
    is_short = word.endswith("'s") and word not in _OWNERS
    return bool(re.match(r"[^\W\d_]", word)) and word not in _STOP and not is_short


_HELD = frozenset({"hold", "holds"})
_BEGUN = frozenset({"rise", "bend", "stretch", "hug", "lift", "lower", "drop", "reach", "fold", "turn", "tap", "long"})
"""What one is told to do, where a name begins that isn't announced."""
_COUNTS = frozenset({"one", "two", "three", "four"})
_LIMBS = frozenset({"arm", "leg", "hand", "foot", "legged", "handed", "armed", "point", "way", "part"})
_OWNERS = frozenset({"child's", "world's", "farmer's", "runner's", "captain's", "dancer's", "cat's"})


def _end_of_name(tokens: Sequence[re.Match[str]], at: int) -> int:
    """Behind which token a name ends that begins at one, `0` for none: a plural ends it, else the last that may."""
    end = 0
    for number in range(at, min(at + MOST_WORDS, len(tokens))):
        name = " ".join(one[0] for one in tokens[at : number + 1])
        if (
            (number == at and tokens[at][0].lower() in _HELD)
            or not _is_word(tokens, number)
            and not (number > at and _is_phrase(tokens[number - 1][0], tokens[number][0]))
        ):
            break
        if ends_with_movement(name) or tokens[number][0].lower() in _SURE:
            end = number + 1
            if _is_plural(tokens[number][0]):
                break
    return end


def _is_phrase(word: str, following: str) -> bool:
    """Whether two words are what an exercise is called by: `quad set`, `roll up`."""
    is_two = bool(re.match(r"\w", following)) and ends_with_movement(f"{word} {following}")
    return is_two and not ends_with_movement(following)


def _is_plural(word: str) -> bool:
    return word.lower().endswith("s") and not word.lower().endswith("ss") and bare_words(word) != (word.lower(),)


def _is_first(text: str, start: int) -> bool:
    return not re.search(r"\w", text[:start]) or bool(re.search(r"[.!?…,;:]\W*$", text[:start]))


def _is_announced(text: str, start: int, end: int) -> bool:
    is_led_to = _is_last(text, end) and bool(_LED_TO.search(text[:start]))
    is_led_to = is_led_to or (" " in text[start:end] and bool(_LED_TO_ONE.search(text[:start])))
    return is_led_to or bool(_STRONG.search(f" {text[:start]}")) or bool(_BEHIND.match(text[end:]))


_LED_TO_ONE = in_any_case(r"\b(?:for|into)\s+(?:the|an?)\s+$")
_LED_TO = in_any_case(r"\b(?:for|into|called|is|do|try)\s+(?:(?:the|an?|your|our|some)\s+)?$")


def _called(text: str, tokens: Sequence[re.Match[str]], *, is_first: bool) -> Called | None:
    """What these words call, where they are said."""
    start, end = tokens[0].start(), tokens[-1].end()
    name, last = text[start:end], tokens[-1][0].lower()
    if len(tokens) > 1 and len({one[0].lower() for one in tokens}) == 1:
        return None
    if _NO_NAME_BEHIND.search(text[:start]) or _is_deed(text, start, end) or _is_greeting(name):
        return None
    is_announced = _is_announced(text, start, end)
    is_run = len(tokens) > 1 and _is_plural(tokens[-1][0]) and _is_unstopped(text) and not _LEADING.search(text[:start])
    is_alone = len(tokens) == 1 and not (last in _ALONE or (bare_words(last)[:1] or ("",))[0] in _SURE)
    if not is_announced and tokens[0][0].lower() in _BEGUN and len(tokens) > 1 and not _is_phrase(tokens[0][0], tokens[1][0]):
        return None
    if is_alone or not (is_announced or is_first or is_run or _is_last(text, end)):
        return None
    if len(tokens) == 1 and not is_announced and last not in _ALONE:
        return None
    return Called(name, _from_amount(text, start), end, is_sure=is_announced)


def _is_unstopped(text: str) -> bool:
    return len(text.split()) >= MANY_WORDS and not re.search(r"[.!?,;:]\s", text)


MANY_WORDS = 15
_LEADING = in_any_case(
    r"\b(?:the|an?|your|my|our|his|her|of|with|those|no|and|on|in|to|from|like|than|at|as|than|regular|normal)\s+$"
)
"""What no name stands behind that isn't announced."""


def _is_deed(text: str, start: int, end: int) -> bool:
    """Whether it is what one is told to do, and no name: `windmill the hands`, `roll over`, but not `the roll up`."""
    name = text[start:end].lower()
    if _OF_SOMETHING.match(text[end:]):
        return True
    is_called = bool(_ARTICLE_BEFORE.search(text[:start]))
    is_order = " " not in name.strip() and not name.endswith("s") and bool(_OBJECT.match(text[end:]))
    return not is_called and (is_order or bool(_PARTICLE.search(name)))


_OF_SOMETHING = in_any_case(r"\s+(?:strength|power|position|muscles?|shape|action|motion|without)\b")
"""What stands behind a name that is only named."""
_ARTICLE_BEFORE = in_any_case(r"\b(?:the|an?|called|your|our)\s+(?:[\w-]+\s+)?$")
_OBJECT = in_any_case(r"\s+(?:the|your|my|it|that|them|this|those|both|one)\b")
_PARTICLE = re.compile(r"^[\w-]+ (?:up|down|over|out|off|through|back|in)$")


def _is_greeting(name: str) -> bool:
    return name.lower() == "good morning" or name.lower().endswith(("flow", "workout", "routine"))


def _from_amount(text: str, start: int) -> int:
    """Where the amount begins that stands right before a name, else where the name does."""
    found = _AMOUNT_BEFORE.search(text[:start])
    return found.start() if found else start


_AMOUNT_BEFORE = in_any_case(
    rf"(?<!number )(?<!exercise )(?<!move )\b(?!(?:one|1)\b)(?:\d{{1,3}}|{A_NUMBER_IN_WORDS})(?:\s+(?:seconds?|minutes?|sec|min))?(?:\s+of)?\s+(?:(?:the|some|more|slow|big|easy)\s+)*$"
)


def _is_last(text: str, end: int) -> bool:
    return not re.search(r"\w", text[end:]) or text[end : end + 1] in {",", ";", ".", ":"}
