"""How somebody who speaks calls an exercise: the words around its name, and those that no name has in it."""

from __future__ import annotations

import re

from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.definitions.notation.spelling import A_NUMBER_IN_WORDS

_NUMBER = rf"(?:\d+|{A_NUMBER_IN_WORDS})"
_POSITION = any_of("standing|seated|sitting|lying|reclined|supine|reverse|humble|half|single|double")
_PUSHED = any_of(
    "wall|incline|decline|knee|box|diamond|wide|close|scap|scapular|kneeling|pike|butterfly|assisted|band|chair",
    "negative|strict|half",
)
_MACHINE = (
    r"(?:exercise |assault |spin )?bike|rower|rowing machine|treadmill|erg|elliptical|cross[ -]?trainer|ski erg|stepper"
)
WHOLE = in_any_case(
    r"\b"
    + any_of(
        rf"(?:supported )?sits? to stands?|(?:{_POSITION} )?knees? to chest(?: stretch)?|thread(?:ing)? the needle",
        r"(?:half )?(?:world's|worlds) greatest(?: stretch)?|cat[ -]?(?:and )?(?:cow|camel)|around the world",
        r"(?:jog|march|run|jogging|marching|running)(?: in| on) (?:the spot|place)|the hundreds?|body scan",
        rf"(?:standing )?back[ -]?bends?|toes to bars?|[abc][ -]skips?|{_MACHINE}",
        r"(?:90[ -]?90|ninety ninety)(?: switch(?:es)?)?",
        r"(?:side lying |deep )?roll(?:s|ing)? (?:like a ball|downs?|ups?)",
        rf"(?:{_POSITION} )?(?:figure four|figure 4|warrior (?:one|two|three|[123]))(?: stretch)?|legs up the wall",
        r"(?:deep|belly|diaphragmatic|box|square) breath(?:s|ing)|shadow boxing|good mornings?",
        r"(?:ball|foot|calf|quad|foam) rolls?|tight fists|savasana|shavasana|child'?s pose|happy baby",
        rf"(?:{_PUSHED} )?(?:press|push|pull|sit|step|chin)[ -]ups|(?:single |double )?leg lowers|jacks",
        r"rest position",
        r"(?:single arm |one arm )?bent[ -]over (?:\w+ ){0,2}(?:rows?|fl(?:y|ies|yes)|raises?)",
    )
    + r"\b"
)
"""Names that have words in them which other names don't have."""

_WORDS_OF_TALK = """
a an the this that these those it its it's my your our his her their some any all both each every no not i i'm i'll i've
i'd you you're you'll you've we we're we'll we've he she they they're there here what which who where when while until
till because if so then and or but as than like just really very also even still too again only now okay ok right
alright well yeah yes please into onto to for from of in on at by with without under over up down out off back through
across around behind between before after away is are was were be been being am do does doing did done don't have has
had get gets getting got go goes going gonna come comes coming let lets let's make makes take takes taking keep keeping
keeps put puts try trying start starts starting want give gives need feel stay staying can could will would should
might may big small little nice slow slowly good great lovely next last first second third final more other another
same few quick one once twice about almost maybe always never much many how why today number set sets rep reps round
rounds minute minutes second seconds time times sides everything something nothing thing things find finish finished
end hold holding grab bring draw use using rest resting relax switch change swap left shake ready two three four five
six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty talking think tabata superset circuit
block workout exercise exercises move moves stretches drill drills session bigger smaller faster slower higher lower
know said say see look love hate mean means remember call called sorry everybody everyone somebody someone most them
me him us bent straight tall actually smashing stuff super brilliant fantastic perfect excellent marvellous wonderful
awesome cool sweet team guys folks ladies lads gentlemen friends i'd that's here's there's what's who's don't can't
won't isn't it'll pair couple within simple slight
"""
OF_TALK = frozenset(_WORDS_OF_TALK.split())
"""Words that no name has in it that is spoken."""
_WORDS_ALONE = """
plank bridge superman savasana pigeon cobra sphinx swan halo burpee clam deadlift squat lunge inchworm marching jogging
carioca karaoke grapevine butterfly caterpillar dragon camel saddle shoelace locust boat tree eagle skipping crunch
clamshell plié relevé hundred skater hinge flutter teaser catcow thruster swing windmill row
"""
ALONE = frozenset(_WORDS_ALONE.split())
"""What alone is a name wherever it is announced."""
_PLURALS_ALONE = """
squats lunges burpees planks bridges crunches deadlifts curls rows swings thrusters jacks skaters clams clamshells
supermans inchworms kickbacks flyes dips presses press-ups push-ups pull-ups sit-ups step-ups wall-sits cat-cow cat-cows
marching skipping strides sprints hops bounds pliés swimmers
"""
PLURALS_ALONE = frozenset(_PLURALS_ALONE.split())
"""What alone is a name where an utterance begins with it."""
DEEDS = frozenset({"rise", "bend", "stretch", "hug", "lift", "lower", "drop", "reach", "fold", "turn", "tap", "long"})
"""What one is told to do, where a name begins that isn't announced."""
NO_DEEDS = frozenset({"bridge", "plank", "pose", "deadlift", "burpee", "raise", "dog"})
"""What ends a name and isn't what one is told to do."""
COUNTS = frozenset({"one", "two", "three", "four"})
OF_BACK = frozenset(
    {"extension", "extensions", "raise", "raises", "stretch", "squat", "squats", "rotation", "rotations"}
)
LIMBS = frozenset({"arm", "leg", "hand", "foot", "legged", "handed", "armed", "point", "way", "part"})
OWNERS = frozenset({"child's", "world's", "farmer's", "runner's", "captain's", "dancer's", "cat's"})
HELD = frozenset({"hold", "holds"})
OBJECTS = frozenset({"it", "the", "that", "this", "your", "them", "on"})
"""What stands behind `hold` where that is what one is told to do."""

_ARTICLES = (
    r"(?:(?:some|an?|the|our|your|one|another|those|these|little|nice|simple|couple|big|forward|standing|of)\s+)*"
)
_ONE = r"(?:\s+(?:one|up|of\s+all|exercise|move|stretch|pose|drill|thing|movement|position))*"
_FOR = r"(?:\s+(?:for|of|in)\s+(?:today|you|this\s+\w+|the\s+\w+(?:\s+of\s+the\s+\w+)?|your\s+[\w-]+))?"
_WE_DO = any_of(
    r"we\s+have|(?:we|you)(?:'ve)?\s+got|it's\s+called|we'll\s+do|we\s+do|we're\s+doing|we're\s+going\s+to\s+do|we\s+go\s+into"
)
_IS = rf"(?:\s+(?:is|are|comes?|it's|will\s+be|{_WE_DO}))?(?:\s+called)?,?"
_WITH = any_of(
    r"(?:start|begin|finish|end)(?:\s+\w+){0,2}?|warm\s+up|loosen\s+up|spoil\s+it|find(?:\s+\w+){0,3}?",
    r"wake\s+\w+\s+up|calm\s+\w+(?:\s+\w+)?",
)
_GO = any_of(
    rf"do|doing|have|try|add(?:\s+in)?|practi[sc]e|grab|hit|work\s+on|{_WITH}\s+with|(?:starting|finishing)\s+with",
    r"(?:get|go|come|move|jump|going|moving)(?:\s+on|\s+\w+)?\s+(?:in)?to|give\s+(?:it|that)\s+a\s+break\s+and\s+do",
)
_WHO_DOES = any_of(
    r"let's|we'll|we\s+will|we're|we|now|then|and|so|please|gonna|we\s+are\s+going\s+to",
    r"(?:we're|you're)\s+(?:going\s+to|gonna)(?:\s+move)?|i\s+want\s+you\s+to|i'd\s+like\s+(?:you|us)?\s*to",
)
_WHERE = any_of(
    r"mov(?:e|ing)\s+on|going|go|come|coming|moving|straight|right|right\s+back|over|down|back|up|out|fours|floor|tummy",
    r"side|legs|hips|front|exactly\s+where\s+you\s+are|knees\s+bent",
)
_IN_ORDER = any_of("first|next|last|final|second|third|fourth|fifth|sixth|finisher")
ANNOUNCED = in_any_case(
    r"(?:^|[\s,.!?…:—–-])"
    + any_of(
        rf"(?:the\s+)?{_IN_ORDER}{_ONE}{_FOR},?{_IS}",
        rf"(?:exercise|move|number|station|drill|stretch|superset)\s+(?:number\s+)?{_NUMBER},?(?:\s+\w+'s\s+\w+)?{_IS}",
        rf"{_WHO_DOES}(?:\s+(?:just|now|also|all|quickly|be))*\s+{_GO}",
        r"(?:start|begin|finish|end|kick\s+(?:\w+\s+)?off|continue|back|straight)(?:ing)?(?:,?\s+\w+){0,5}?,?\s+(?:with|in)",
        rf"(?:is|are)\s+(?:going\s+to|gonna)\s+be|(?:minute|station)\s+(?:number\s+)?{_NUMBER}(?:,?\s+(?:is|by[^.:]*))?",
        r"that's(?:\s+(?:just|basically|simply|really))?|(?:what's|you\s+guessed\s+it|guess\s+what's)\s+coming",
        r"(?:you\s+)?guessed\s+it|(?:do|hold|repeat)\s+(?:that|this|each)|call(?:ed)?\s+(?:it|this|that|them|these)(?:\s+one)?|known\s+as|(?:it's\s+)?called|(?:this|that|these|those|here)\s+(?:one\s+)?(?:is|are|comes?)(?:\s+(?:our|called))?",
        r"this\s+one's|here's|it's(?:\s+your)?|ready\s+for|time\s+for|set\s+up\s+for|move\s+is|exercise\s+is|and\s+for",
        rf"{_WHERE}(?:\s+(?:on|out|up|down|back))?,?\s+(?:in)?(?:to|for)",
        r"(?:open\s+up|tip\s+over|sink\s+\w+\s+\w+\s+\w+|push\s+back|fold|send\s+\w+\s+\w+\s+\w+\s+\w+)\s+into",
        r"(?<=^\s)(?:okay|ok|right|righto|alright|all\s+right|now|so|and|yes|lovely|good|great|sweet|awesome|cool|plus)",
        r"now\s+then|now|then|and\s+then|next|moving\s+on|(?:we've|you've)\s+got|after\s+that|followed\s+by",
        r"(?:final|last|next)\s+(?:thing|one|exercise|move)\s+on\s+the\s+\w+|(?:on|onto)\s+(?:your|the)\s+\w+\s+for",
        rf"into|working|moves?\s+are|exercises?\s+are|have|(?:rest|go|down)\s+{_NUMBER}\s+seconds",
    )
    + rf"[\s,:]+(?:{_NUMBER}\s+)?{_ARTICLES}$"
)
"""How it is announced, right before its name."""
ANNOUNCED_BEHIND = in_any_case(
    r"\W*(?:is|are|comes?)?\s*(?:next|first|up\s+next|coming\s+up|again|last\s+time|let's\s+go|go\b)",
    rf"\s(?:(?:for|we\s+(?:make|do|want|go\s+for))\s+)?(?!one\b){_NUMBER}\s+(?:of\s+(?:them|those|these)|times|reps)\b",
)
"""How it is announced right behind its name."""
_STATED_BY = any_of(
    r"next(?: up)?(?:,| is| are| comes?| we have| we've got)?|first(?: up| thing)?(?:,| is| we have)|finally,?",
    r"(?:last|final)(?: one| thing)?(?: up| of all)?(?:,| is)|(?:it's|this is|they're|these are) called|now for",
    r"(?:start|begin|finish|end)(?:ing)?(?: off| up)? with|time for|this is|ready for|moving on to|over to",
)
STATED = in_any_case(
    rf"(?:^|[\s,]){_STATED_BY} (?:(?:some|an?|the|our|your|my) )*(?P<name>[a-z][\w'-]+(?: [a-z][\w'-]+){{0,3}})"
    r"(?: on the (?:spot|floor|wall)| in place)?(?=[.:!;,]|$)"
)
"""What has a name that tells nothing of a movement: `next up, dead cockroaches.`"""
LED_TO = in_any_case(r"\b(?:for|into|called|is|do|try)\s+(?:(?:the|an?|your|our|some)\s+)?$")
"""What leads to a name that an utterance ends with."""
LED_TO_WORDS = in_any_case(r"\b(?:for|into)\s+(?:the|an?)\s+$")
"""What leads to a name of several words."""
ONLY_NAMED = in_any_case(
    r"\b"
    + any_of(
        r"not|like|isn't|than|turning\s+this\s+into|talking\s+of|didn't|don't\s+\w+|if\s+your?(?:\s+\w+)?|from|no",
        r"of\s+doing|doing\s+more|same\s+(?:for|with)|as\s+for|leave(?:\s+the)?|skip(?:\s+the)?|sorry",
    )
    + r"\s+(?:an?\s+|the\s+|your\s+)?$"
)
"""What stands before a name that isn't done: `it's not a squat`."""
OF_SOMETHING = in_any_case(
    r"\s+(?:strength|power|position|muscles?|shape|action|motion|without|instead|not\s+an?|sorry|no\s+wait|wait\s+no|i\s+meant?)\b"
)
"""What stands behind a name that is only named: `this is your handstand strength`."""
NOT_CALLED = in_any_case(
    r"\b(?:the|that|this|an?|your|my|our|his|her|of|with|those|no|and|on|in|to|from|like|than|at|as|regular|normal)\s+$"
)
"""What no name stands behind that isn't announced."""
DONE_SO = in_any_case(
    r"\s+(?:(?:so )?(?:put|pick|take|lift|get|grab|stand|lie|sit|step|bring|place|hug|cross|lean|reach|keep|feet|hands)"
    rf"|so|just|you|it's|with me|hang|for (?:an?|another|{_NUMBER})|{_NUMBER} (?:of|on|each|per|this|reps|seconds))\b"
)
"""What is said right behind a name of how it is done, or how much of it."""
_ADDRESSED = any_of("baby|guys|everyone|everybody|team|folks|ladies|people|please|friends|yeah|okay|mate")
ALL_OF_IT = in_any_case(
    rf"\W*$|[,;:–—-]+\s+(?:and|so|but|that's|{_ADDRESSED})\b|\s*[,:–—-]+\s+[^.!?]{{0,30}}?\b{_NUMBER}\b"
)
"""What stands behind a name with which all is said, or its amount: `Shoulder rolls, ten of them`."""
IS_MOVED = re.compile(
    r"(?:(?:left|right|both|your|the) )*(?:feet|hands|knees|arms|legs|heels|elbows) \w+"
    r"|(?:\w+ ){0,3}(?:sitting|standing|lying|kneeling|leaning)"
)
"""A part of the body that moves, or where one is: `feet jump`, `in your chair sitting`."""
MOVED_TO = in_any_case(r"\s+(?:out|in|up|down|back|forwards?|together|apart|through|off|tall)\b")
"""Where to, behind that."""
ARTICLE = in_any_case(r"\b(?:the|an?|called|your|our)\s+(?:[\w-]+\s+)?$")
OBJECT = in_any_case(r"\s+(?:the|your|my|it|that|them|this|those|both|one)\b")
PARTICLE = re.compile(r"[\w-]+ (?:up|down|over|out|off|through|back|in)")
"""What one is told to do in two words: `roll over`."""
AMOUNT_BEFORE = in_any_case(
    r"(?<!number )(?<!exercise )(?<!move )(?<!minute )(?<!station )(?<!round )(?<!set )\b(?!(?:one|1)\b)"
    rf"{_NUMBER}(?:\s+(?:seconds?|minutes?|sec|min))?(?:\s+of)?"
    r"\s+(?:(?:the|some|more|slow|big|easy)\s+)*$"
)
"""How much of it is said right before its name: `another ten curls`."""

_GOING = any_of("jog|run|walk|march|skip|row|cycle|jogging|skipping|marching|walking|running")
GOES_ON = in_any_case(
    rf"\b(?P<name>{_GOING})(?:\s+(?:on\s+the\s+spot|in\s+place|easy|gently|slowly))?"
    rf"(?=\s+(?:for\s+(?:me\s+)?)?(?:about\s+)?(?:an?|{_NUMBER})\s+min)",
    rf"\b{_NUMBER}\s+minutes?\s+of\s+(?:easy\s+|gentle\s+)?(?P<done>[\w-]+ing)\b",
    rf"\b{_NUMBER}\s+minutes?\s+on\s+the\s+"
    rf"(?P<machine>{_MACHINE})\b",
    rf"\b(?P<on>{_MACHINE})\b(?=\W+(?:\w+\W+){{0,2}}?(?:about\s+)?{_NUMBER}\s+min)",
)
"""What goes on for minutes: `you jog for five minutes`."""
IN_CAPITALS = re.compile(
    r"\b(?:(?:shape|pose|posture|asana|exercise|stretch|one|move) is(?: called)?"
    r"|(?:knees|back|belly|floor|side) for|into|this is)\s+(?:the\s+)?"
    r"(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})(?=[.,:;])"
)
"""A pose that has its name in capitals, whatever it is called: `Come onto your knees for Dragon`."""
NO_POSE = in_any_case(r"(?:i|we|you|my|your|mr|mrs|dr)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
