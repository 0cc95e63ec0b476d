"""The words around an exercise's name in a line: what counts it, what leads to it, what is left behind it."""

from __future__ import annotations

import re

from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, DAY, MINUTES, WARM_UP

_COUNTED = any_of(
    rf"exercise|ex|movement|move|station|stn|cone|spot|minute|min|odd(?:\s+{MINUTES})?|even(?:\s+{MINUTES})?",
    r"step|drill|pose|stretch|interval|no\.?|nr\.?|\#",
)
OF_SETS = any_of(
    r"\d{1,2}\s*[x×]\s*\d[\d:.]*\s*(?:k?m|k|s|secs?|seconds?|mins?|minutes?|miles?|'|\")(?![a-z])",
    r"\d{1,2}\s*[x×]\s*\d{2,4}\s+(?!kg|kilo|lb|pound|reps?\b|with\b|at\b|or\b)[a-z]",
)
"""What is several by itself, and no single set: `4 x 2 min`."""
_LABELS = any_of(
    rf"{_COUNTED}(?:\s*\d{{1,2}}|\s+[a-z]\b)\s*[:.)–—→>-]+\s*",  # Exercise 3: Min 1 -
    rf"(?:odd|even)s?(?:\s+{MINUTES})?\s*[:.)–—→>-]+\s*",  # Odd minutes:
    r"(?:exercise|ex|station|stn?\.?|cone|move|minute|min)\s*\d{1,2}\s+(?=[A-Za-z])",  # Station 2 Squats
    rf"set\s*\d{{1,2}}\s*[:.)–-]\s*(?={OF_SETS})",  # Set 2. 4 x 2 min
    r"\(?[A-Za-z]\d{0,2}[.):]\s+|[A-H]\d{1,2}\s*[-–:.)]?\s+",  # A1) B.
    r"\d{1,2}\s*[.)]\s*(?=\D)|(?-i:\d{1,2}(?=[A-Z][a-z]))",  # 2. 2Squats
    r"\#?\d{1,2}\s*[:–—-]\s+(?=(?!(?:to|or)\s\d)[A-Za-z])",  # #2 - Squats
    r"[-*•+>]\s+|\(?optional\)?\s*[:–—-]\s*(?=[A-Za-z])",
)
LABEL = in_any_case(rf"\s*{_LABELS}")
_MACHINE = any_of("machine|bike|rower|treadmill|elliptical|erg|cross[ -]?trainer|stepper")
_FIRST_WORDS = any_of(
    # what comes when
    r"ok(?:ay)?|oh|at\s+the\s+end|to\s+finish|so|and|then|now|next(?:\s+up)?(?:\s+is|\s+are|\s+was|\s+were)?|first\s+up",
    r"(?:was|were)(?=\s+(?:the|an?|\d)\b)",
    r"(?:the\s+)?(?:first|second|third|fourth|next|last|final)\s+(?:thing|one)(?:\s+up)?(?:\s+(?:is|was))?",
    r"first(?:ly)?|afterwards?|second(?:ly)?|third(?:ly)?|finally|follow\s+(?:that|this|it|these|those)(?:\s+up)?\s+with|last(?:ly|\s+of\s+all)|after\s+that|followed\s+by|plus|also|or|either",
    r"into|straight\s+into|(?:straight|right|over|on)(?:\s+(?:over|on|across))?\s+to",
    rf"on(?=\s+(?:an?\s|the\s)?(?:[\w-]+\s+)?{_MACHINE}\b)",
    r"mov(?:e|ed|ing)\s+on\s+to|went\s+(?:on\s+to|for|through)|held(?=\s+(?:an?|the)\b)|onto",
    # who does it
    "is|it's|we|you|i|they|he|she",
    r"(?:we|you|they|i|he|she)['’]d",
    r"(?:we|you|they)(?:['’]ve)?\s+(?:have\s+)?got|(?:we|you)['’](?:ve|re)\s+(?:got|doing|going\s+to\s+do)|here['’]s|there['’]s",
    r"(?:we|you)['’]re\s+(?:going\s+to|gonna)\s+(?:do|go\s+for|get\s+into|move\s+(?:on\s+)?(?:in)?to)",
    rf"on\s+{DAY}s?",
    r"(?:the\s+)?(?:group|class|children|kids|everyone|everybody|lads)(?=\s+(?:did|do|does|then|all)\b)",
    "let's|i'll|we'll|you'll|will|want|please|just|maybe|about|some|more|another",
    r"(?:pair|set|couple)\s+of\s+[\w-]+\s+(?:for|and\s+do)",  # a pair of dumb-bells and do
    # that it is done
    r"(?:next\s+)?comes?|go(?:ing)?\s+through|go|going|try|aim|shoot|repeat|from|by",
    r"continu(?:e|ing)(?:\s+(?:with|to\s+do|doing|on))?|carry(?:ing)?\s+on(?:\s+with)?",
    r"keep(?:ing)?\s+(?:going|up|on|doing|on\s+with)(?:\s+with)?",
    r"(?:warm|cool)(?:ing|ed)?[ -]?(?:up|down)\s+(?:on|with|by)(?=\s)",
    r"(?:choose|pick|select)(?:\s+(?:from|one\s+of|either|between))?(?=\s(?!(?:a|an|the|your|any|one)\b)[^.,;:]{3,40}\sor\s)",
    "do(?:ing)?|does|did|perform(?:ing|ed)?|completed?|completing|execute",
    r"start(?:ing|ed)?(?:\s+(?:off|out|with|by))*|beg(?:in(?:ning)?|an)(?:\s+(?:with|by))?",
    r"kick(?:ed|ing)?\s+(?:(?:things|it)\s+)?off(?:\s+(?:with|by))?|it\s+was",
    r"finish(?:ing|ed)?(?:\s+(?:it|all|things|off|up|with|w/?|on|by))*|end(?:ing|ed)?\s+(?:with|on)",
    r"after\s+(?:that|\w+)\s+(?:came|it\s+was|we\s+did|i\s+did)|came|spend(?:ing)?|got",
    r"add|include|hit|knock\s+out|crank\s+out|bang\s+out|grab|take|have|get(?![\s-]ups?\b)|give\s+me(?:\s+like)?|want\s+you\s+to",
    # what is left of an amount
    "(?-i:ME)|of|for|with|at|(?-i:x)|a|an|the|your|my|each|in|per|sets?|reps?|rounds?(?! the world)|times?|minutes?",
    r"hold(?:ing)?(?=\s+(?:a|an|the|your|\w+\s+plank|plank)\b)|between|them|those|these|that's|ll",
)
LEAD = in_any_case(rf"\s*(?!ins?\s+and\s+outs?\b)(?:{_FIRST_WORDS}\b(?![-'’])[\s,:]*|[\s,:;.)\]&+/|–—~=-]+)+")
AS_A_LEG = in_any_case(
    rf"\s+(?:(?:as|for)\s+(?:an?|your|the|our)\s+(?:gentle\s+|easy\s+)?|to\s+)(?:{WARM_UP}|{COOL_DOWN})\b(?!\s+(?:your|the|my)\b)"
    rf"(?:\s+and\s+(?:{WARM_UP}|{COOL_DOWN})\b)?",
    r"\s+to\s+get\s+warm\b",
)
"""What something is done as: `10 minutes running as a warm-down`."""
IN_SHORT = in_any_case(
    r"(?:^\s*|(?<=[.;:–—-] ))\d{1,2}(?:\s?[-–]\s?\d{1,2})? (?:run|jog)(?:ning)?\s?[/:]\s?\d{1,2} walk(?:ing)?\b[.:;,]?"
    r"(?:\s+(?=\S.*\d)|\s*$)"
)
"""How what is told then is called, in minutes that nobody says: `2 run / 1 walk. Run for 2 minutes, ...`."""
_OPEN = any_of(
    "(?<=cardio)|(?<=activity)|(?<=aerobic exercise)|(?<=light exercise)|(?<=something)|(?<=g easy)|(?<=g light)"
)
EXAMPLES = in_any_case(
    r"\s*\((?:e\.?\s?g\.?|for (?:example|instance)|such as|like|i\.?\s?e\.?|think|examples?:)[,:]?\s[^()]*\)",
    r"\s*\((?:(?:the )?(?:middle|first|last|final|second) (?:\d |set)|every other |except )[^()]*\)",
    r"(?<=\d)\s*\((?:for )?(?:beginners?|newbies|masters|advanced|easy|easier|light|scaled|women|men|juniors)[:,]?"
    r" [1-9] ?[x×] ?\d{1,3}[^()]*\)",
    r",?\s+(?:e\.\s?g\.|for (?:example|instance)),?\s(?:(?!,? (?:then|followed)\b)[^().;])*",
    rf"{_OPEN},?\s+(?:such as|like|including)\s(?:(?!,? (?:then|followed)\b)[^().;])*",
)
"""What is only an example of what is done: `20 minutes of HIIT (e.g. 30 s sprint, 1 min walk)`."""
_LAST_WORDS = any_of(
    "of|for|x|at|and|then|with|holding|using|wearing|to|do|by|per|the|a|an|or|from|after|before|during",
    r"(?<!step\s)on|is|are|your|but|plus|repeat|about|around|approx|both|each|between|w",
    r"etc|and\s+so\s+on|comes?(?:\s+next)?|next|now|please|again|of\s+all|as\s+well|too",
    r"(?<!quad\s)(?<!glute\s)sets?|reps?|(?<!^)(?<!^\s)tempo|in\s+total|total",
)
_STOPS = r"[\s,:;.(\[&+/|–—~=@×>→⇒➔➜⟶-]"
TRAIL = in_any_case(rf"(?<!{_STOPS})(?:(?:(?<![-\w]){_LAST_WORDS})|{_STOPS})+$")
END_OF_A_NAME = 200
"""So much of a long text is looked at for words that no name ends with: of more, it would take long."""
SPLIT = re.compile(r"\s+[-–—|]+\s+|[:;]\s+|[:;]$|\s*[–—|]\s*|\.\s+|\.$|,\s+(?=\w)|\s+\+\s+|\s//?\s")
TALK = in_any_case(
    r".*\b(?:is|are|was|were|do|does|did|wo|ca|could|should|would|has|have)n['’]t\b.*",
    r"(?:[\w'’-]+ ){0,2}(?:rules?|reasons?|tips?|benefits?|secrets?|mistakes?|principles?|questions?)(?: first)?",
    r"(?:weeks?|months?|years?)\b.*",
)
"""What somebody denies or counts in a talk: `three rules first`, `the aim isn't to run far`."""
