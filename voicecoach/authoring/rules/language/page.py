"""The words of a page that are no part of the session on it: what its site says, who wrote it, when it was."""

from __future__ import annotations

from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.vocabulary import DAY, MINUTES, MONTH, PICTURE

_OF_A_NOTICE = any_of("buy|order|book|download|enrol|join") + " (?:now|today|here|online)"
_OFFERED = any_of(
    "free shipping|discount code|promo code|use code|affiliate|giveaway",
    "click here|sign up|subscribe|follow me|link in bio|dm me",
)
_WRITTEN_BY = r"(?-i:(?:[Bb]y|BY) [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2})(?:\s*[,|·•(–-].*)?"
_MUSCLES = any_of(
    "(?:your |the )?(?:inner |outer |upper |lower |mid |whole |entire |deep )?"
    "(?:hamstrings?|hammies|butt|bum|thighs?|hips?|back|legs?|biceps?|triceps?|shoulders?|abs|abdominals|obliques?|core"
    "|chest|glutes?|glute (?:max|med)|quads?|quadriceps|calves|calf|lats?|delts?|deltoids?|arms?|(?:hip )?flexors?"
    "|adductors?|abductors?|ankles?|feet|forearms?|traps|pecs|body|stomach|waist|spine|muscles)"
)
_PERSON = any_of(r"patient|client|name|dob|d\.o\.b\.?|member(?: no\.?)?|(?:start )?date")
_PERSON_TOO = any_of(
    r"dob|d\.o\.b\.?|date|start date|date issued|age|therapist|physio|clinic|ref|nhs no\.?|member no\.?"
)
_MEASURED = any_of(
    "calories|kcal|distance|pace|avg|average|elevation|moving time|elapsed time|heart rate|hr",
    "suffer score|relative effort|gear|device|weather|feels like",
)
_NOISE = (
    # the way through the site
    in_any_case(
        "(?:top|bottom|back to top|end) ?(?:of)?(?: (?:the )?page)?|skip to (?:main )?content",
        "menu|home|search|close|about(?: (?:us|me))?|contact(?: us)?|blog|shop|store",
        "log ?in|sign ?(?:in|up)|register|subscribe.*|newsletter.*",
    ),
    in_any_case(
        any_of(
            "share|tweet|pin(?: it)?|email|print|save|like|reply|follow|comment|copy link",
            "read more|see (?:all|more)|view (?:all|more)|load more|learn more",
            "next|previous|prev|older|newer|continue reading",
            "(?:story continues below )?advertisement|sponsored|ad",
        )
        + "(?: (?:this|on|us|via|post|posts|article|page|to|me|with).*)?"
    ),
    # what stands below a picture
    in_any_case(
        rf"{PICTURE}s?\.?\s*[:.#-]?\s*(?:no\.?\s*)?(?:\d{{1,3}}[a-d]?|(?-i:[A-H]))"
        r"(?:\s*(?:,|&|and|-|–)\s*(?:\d{1,3}[a-d]?|(?-i:[A-H])))*\W{0,3}(?:[:.–—-]\s[^\d]*)?"
    ),
    # other posts, and about this one
    in_any_case(
        any_of("recent|related|popular|latest|similar|trending|featured|you (?:may|might) also like|more|other")
        + "(?: (?:posts?|articles?|stories|workouts|reads?|from|like this|news)).*",
        "you (?:may|might) also like.*",
        "tags?:.*|categor(?:y|ies):?.*|filed under.*|posted (?:in|on|by|at).*|published.*|updated.*",
        "last (?:updated|modified|reviewed).*|next review.*|reviewed (?:by|on).*|written by.*",
        _WRITTEN_BY,
        r"by [a-z]\w*|author:.*",
        "photo(?:s|graph)?(?: credit)?s?(?: by)?:?.*|image:.*|credit:.*|caption:.*",
        "generated:.*|created:.*|modified:.*|exported.*",
    ),
    in_any_case(
        r"(?:\d[\d,.]*k?\s*"
        r"(?:views?|comments?|likes?|shares?|repl(?:y|ies)|kudos|followers?|claps?|ratings?)\s*)+"  # 1.2k views 8 likes
    ),
    # its foot
    in_any_case(
        r"comment(?:s|aires)?(?: \(\d+\))?|leave a (?:comment|reply).*|\d+ (?:comments?|responses?|thoughts?).*",
        "copyright.*|©.*|all rights reserved.*|privacy(?: policy)?|cookies?.*|terms.*|disclaimer.*",
        "we use cookies.*|accept(?: all)?(?: cookies)?",
        r"page \d+(?: (?:of|/) \d+)?|\d+/\d+|- ?\d+ ?-|\d{1,3}",
    ),
    # what it sells, and where it is found
    in_any_case(
        r"(?:https?://|www\.)\S+|(?:tel|phone|fax|email|e-mail|address|website|web):.*",
        rf".*\b{_OF_A_NOTICE}\b.*|.*[$£€]\s?\d.*|.*\b{_OFFERED}\b.*",
    ),
    # greetings
    in_any_case(
        any_of(
            "thanks|thank you|cheers|regards|kind regards|best wishes|see you|good luck|enjoy|have fun|let me know|xx",
            r"happy(?! (?:baby|cat|cow|pose))|keep (?:on )?(?:running|moving|going|training)(?! (?:for|until)\b)",
            "go well|stay (?:safe|strong|well)",
            "hi|hello|hey|dear|morning|good morning",
        )
        + r"\b[^.:]{0,40}[!,.]?\s*(?:[😀-🙏💪🔥❤️👍]+)?"
    ),
    in_any_case(r"[^\w]*"),
    in_any_case(  # between two exercises that are done one after the other
        r"\W*(?:and |immediately |directly |straight |right )*(?:then|into|followed by)\s*[.…]*"
    ),
    in_any_case(  # what is on a picture
        r"(?:clockwise,? )?from (?:the )?(?:top|bottom|left|right)(?: (?:left|right))?(?: to \w+(?: \w+)?)?\W*"
    ),
    in_any_case(r"!?\[\[.*\]\]|!\[[^\]]*\]\([^)]*\)"),  # a note's picture: ![[squat.png]]
    in_any_case(
        r"(?:read|see|find out|learn) more\s*:.*|(?:related|see also|watch(?: next)?|next up on .*)\s*:.*",
        r"(?:read|see|watch|up) (?:next|also|this|now)\s*:.*",
        r"(?:don'?t miss|words|photograph(?:y|s)|pictures|interview)\s*:.*",
    ),
    in_any_case(r"[\"“](?![^\"“”]*\d\s?x\s?\d)[^\"“”]{3,120}[\"”]\.?"),  # what is quoted, without sets
    in_any_case(r"(?:intro|outro|end screen|chapters?|timestamps?)\s*:?"),
    in_any_case(r"(?:prepare|preparation|get ready|countdown)\s*[:=].*"),
    in_any_case(r"calories burn(?:ed|t)?\b.*"),
    in_any_case(  # what is eaten and drunk
        r"(?!.*\d\s*x\s*\d)(?:\W*\d[\w–-]*\s*g(?:rams)?\s+(?:of )?)?"
        r"(?:protein|carbs|carbohydrates|electrolytes?"
        r"|hydration|nutrition|re-?hydrate|hydrate|eat|drink|snack(?! \d))\b"
        r"(?!,? then\b).{0,90}"
    ),
    in_any_case(
        r"(?:swimmers|parents|athletes|players|runners|members|newcomers|lads|ladies|guys|everybody|everyone)\s*:.*"
    ),
    in_any_case(r"speaker \d+\b.{0,20}"),
    in_any_case(r"(?:we )?meet(?:ing)?(?: up)?\b.{0,30}\b(?:at|by|outside|from|in|\d{1,2}[.:]\d\d)\b.*"),
    # what is reached by it
    in_any_case(
        r"(?:(?:(?:this )?(?:week|day|month|block|session|phase)'?s? |weekly |monthly |training )?goals?(?: revised)?"
        r"|scor(?:e|es|ing)|scaling|objecti(?:f|fs|ves?)|results?|target time|stimulus|time domain)\s*:.*",
        r"\d+ scores?|scores?",
        r"total(?: (?:distance|yardage|volume|weight|load|tonnage|lifted|moved))*\s*[:=]?\s*[\d,.]+"
        r"\s*(?:m|k|km|yds?|yards|met(?:re|er)s|kgs?|lbs?|pounds)?",
        r"(?:weekly |week |daily )?total (?:(?:weekly|daily|running|walking|run|walk|workout|session|training) )?"
        r"(?:minutes|mins|time|duration|distance|moves|exercises|reps|sets|calories|workouts?)"
        r"\s*(?::|=|[-–—]|is)?\s*[\d,.:]+\s*(?:min(?:ute)?s?|hours?|km|k|miles?)?",
    ),
    in_any_case(
        r"(?:exercise )?(?:type|category|kind)\s*:\s*(?:(?:static |dynamic )?stretch(?:ing)?|flexibility|mobility"
        r"|strength(?:ening)?|(?:warm|cool)[ -]?(?:up|down)|cardio"
        r"|balance|isometric|compound|isolation|recovery|rehab|activation)\W*",
        r"(?:targets?|(?:primary |secondary )?muscles?(?: worked| group)?s?|works|difficulty|body part|good for"
        r"|skill level)\s*:.*",
        r"\(?(?:mainly |also )?(?:works?|targets?|hits|strengthens|trains|tones)(?: on)?"
        rf"(?: (?:the |your )?{_MUSCLES}(?:,|/| &| and|, and)?)+\)?\.?",
    ),
    # where and when it was, and for whom
    in_any_case(
        any_of(
            r"location|where|when|date|time|venue|coach|trainer|instructor|teacher|tutor|member(?: no\.?)?",
            "start date|room|studio|client|patient|name|dob|therapist|physio(?:therapist)?|clinic|ref(?:erence)?",
            "class size|author|prepared (?:by|for)|hosted by|bpm|playlist|music|spotify",
        )
        + r"\s*:.*"
    ),
    in_any_case(rf".{{0,40}}\b{_PERSON}\s*:\s*\S.{{0,40}}\b{_PERSON_TOO}\s*:.*"),  # Name: ... Date: ...
    in_any_case(
        r"(?:est\.?|estimated|total|approx\.?)?\s*(?:total\s+)?(?:time|duration|length)(?:\s*\([^)]*\))?\s*:.*",
        rf"{_MEASURED}\b[^a-z]*[:\d].*",
        r"(?:(?:target |goal )(?:pace|effort|power|heart rate|hr|zone|cadence)|pool(?: length| size)?|cadence)\s*:.*",
        r"effort\s*:(?!.*(?:\brpe\b|\d\s*(?:%|/))).*",
    ),
    in_any_case(
        r"(?:.{0,20}\b)?"
        rf"(?:yesterday|today|just now|\d+ (?:{MINUTES}|hours?|days?|weeks?|months?|years?) ago)(?: at .{{0,12}})?"
    ),
    in_any_case(
        rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?{MONTH}\.? \d{{1,2}}?(?:,? ?\d{{4}})?(?:,? at \d.*)?",  # 3rd March 2021
        r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?:[, ]+\d{1,2}:\d\d.*)?",  # 03.04.21, 18:30
        rf"(?:{DAY},? )(?:\d|{MONTH}\.? \d).*\d{{4}}.*",  # Monday, 3 March 2021
    ),
)
"""Lines of a page that are no part of the session."""

REACHED = in_any_case(
    r"[^.!?]*\b(?:in|within|over)\s+(?:just\s+|only\s+|about\s+|under\s+|as\s+little\s+as\s+)?(?:the\s+next\s+)?"
    r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?:short\s+)?(?:weeks?|months?|days)\b"
    r"(?!\s+(?:time|\d))[^.!?\d]*[!?]?"
)
"""What a plan comes to, and by when: `100 press-ups in six weeks`."""

GROWS = in_any_case(
    r"[^:\d]{3,40}:\s*(?:add|increase(?: by)?|\+)\s*\d+(?:\.\d+)?(?:\s?(?:-|–|to)\s?\d+(?:\.\d+)?)?"
    r"\s?(?:kgs?|lbs?|pounds|%)(?: (?:each|every|per|a|next) [\w ]+)?\W*"
)
"""How an exercise gets heavier: `Squat: add 5-10 lb`."""
AFTER_THE_END = in_any_case(
    "(?:related|recent|popular|similar|latest|more) (?:posts?|articles?|stories|workouts|reads?)",
    r"you (?:may|might) also like|leave a (?:comment|reply)|\d* ?comments?(?: \(\d+\))?|responses|commentaires",
    r"\W*\d+ comments?\s?(?:…|\.\.\.) ?add one\W*",
    "about the author|abbreviations|glossary(?: of terms)?|legend|terminology|faqs?|frequently asked questions",
    "references|further reading|sources|sign up for|newsletter|footer",
    "features|installation|contributing|requirements|getting started",
    "change ?log|(?:version |revision )?history|credits|licen[cs]e|to ?do",
)
"""Behind such a heading nothing of the session comes."""

_HEADED = any_of(
    r"(?:exit |discharge |progression )?criteri(?:a|on)\b[^:]{0,40}",
    "goals|weight[ -]?bearing|precautions?|restrictions?|milestones?|objecti(?:f|fs|ves?)|scor(?:e|es|ing)",
    "calories burn(?:ed|t)?",
)
_LED = any_of(
    r"set(?:ting)?[ -]?up|explain|demonstrate|show|divide|split|brief(?:ing)?|introduc\w+|discuss\w*|debrief|register",
    r"registration|hand out|(?:clear|pack)(?:ing)? (?:up|away)|welcome|recap|questions|group discussion",
)
"""What somebody does who leads a lesson, and how long it takes: `Explain the stations 5 min`."""
_SHORTCODE = any_of(
    "page ?break|next ?page|more|caption|gallery|embed|(?:wp)?video|youtube|vimeo|audio|image|photo|picture|playlist",
    "ads?|advertisement|sponsored|toc|table of contents|contact-form|related|source|credit",
)
"""What a site's program puts into brackets for itself: `[pagebreak]`."""
_ASIDE = in_any_case(
    r"(?:for )?(?:beginners?|newbies|advanced|intermediates?|experts?)\s*:\s*(?:add|hold|use|try|swap|follow|skip)\s.*",
    r"ice\b(?!\s*skat)",
    r"(?-i:STIMULUS|SCALING|INTENT|FOCUS|SCORING)\b.{20,}",
    r"(?-i:(?:MOVEMENT )?(?:ADJUSTMENTS|SUBSTITUTIONS|MODIFICATIONS|OPTIONS))\b.{20,}",
    rf"{_HEADED}\s*:",
    r"(?:rest|off)(?: day)? or\b",
    r"(?:sleep|nap)\b.{0,40}\bhours?\b",
    r"(?:(?:total|weekly|session|training) )?volume\s*:\s*(?:about |around |~ ?)?\d{2,3}(?:\s?[-–]\s?\d{1,3})?"
    r" (?:(?:working|work|total|hard) )?sets\b(?! (?:of|x)\b)",
    r"(?:warm|cool)[ -]?(?:up|down)s?\W+(?:(?:the )?same\b|as (?:above|before|on|in|for)\b|see\b)[^:,;]{0,30}$",
    r"(?:upper[/ -]lower|push[/ -]pull(?:[/ -]legs)?|full[ -]body|body[ -]?part) split\b(?:,| (?:run|done|twice))[^:]*",
    r"[\]})][.,;)].*[,;{}\[\]()]$",  # what was left of a program's text
    r"[\w ]{3,30} \(\d{1,2}/10\)\s*:\s+[a-z-]+(?:\s+[^\d\s]\S*){5}.*",  # how much of something it has
    r"[♀♂].*",  # what each of them lifts
    r"\d{1,3} (?:rounds?|rds?) ?\+ ?\d+\b.{0,40}$",  # 6 rounds + 10 squats
    r"(?:last |current |best |new )?(?:prs?|pbs?|personal (?:bests?|records?)|1 ?rms?)\s*:\s",
    r"(?:visit|call|ring|find|text|e-?mail|contact) us\b.*",
    r"my\s+(?:time|score|result|pb|pr|best)\b.{0,40}$",
    r"(?:watch|video|how to)\b[^.]{0,60}\(\d{1,2}:\d\d\)\W*$",
    r"[\w .]{2,30}\b(?:ran|finished|completed|won)\b[^.]{0,60}\bin\s+\d{1,2}:\d\d(?::\d\d)?\W*$",  # in what time
    r"(?:back )?when (?:i|we) (?:first )?(?:started|began|joined|tried)\b[^.]*\b(?:could|did|had|was|were)\b[^.]*\W*$",
    r"\{\{.*\}\}\W*$|\{%.*%\}\W*$",  # a template's
    rf"\[/?(?:{_SHORTCODE})\b[^\]]*\]\W*$|\[/?[a-z][\w-]* [\w-]+=[^\]]*\]\W*$",
    r"(?:screenshot|img|image|photo|dsc|pic)\b.{0,40}\.(?:png|jpe?g|gif|webp)\b\W*$",
    r"[\w.-]{0,60}\.(?:png|jpe?g|gif|webp|svg)\b\W*$",  # what was left of a picture
    r"(?:(?:img|dsc[nf]?|pict?|image|photo)[_-]?\d{2,6}[a-z]?\b(?:\.(?:jpe?g|png|gif)\b)?\W*)+$",
    r"(?:picture|photo(?:graph)?|image|illustration|drawing|diagram) (?:of|showing|shows)\b[^.:]{3,60}$",
    r"(?:slide|image|photo|picture|figure|video|frame) \d{1,3} of \d{1,3}\b[^\d]*$",
    rf"{_LED}\b[^.!?;]{{1,80}}?\(?\d{{1,2}}\s*-?{MINUTES}\)?\W*$",
)


def is_beside(text: str) -> bool:
    """Whether a line is beside the session whatever numbers it has."""
    return bool(_ASIDE.match(text))


def is_noise(text: str) -> bool:
    """Whether a line is of the page, not of the session."""
    stripped = text.strip().strip("|·•").strip()
    return any(one.fullmatch(stripped) for one in _NOISE)
