"""The words by which exercises are called, for any library: an exercise's name ends with one, or has one."""

from __future__ import annotations

import re

from voicecoach.definitions.exercise_names import bare_words, singular

__all__ = ["bare_words", "ends_with_movement", "has_movement", "singular"]

_WORDS = """
squat lunge deadlift rdl press row curl raise bridge thrust thruster clean snatch jerk swing getup pushup pressup
pullup chinup
situp stepup stepdown pulldown pushdown pullover dip plank burpee jack climber jump hop bound skip skipping pogo
crunch twist hang bounce
carry walk walking walkout inchworm crawl march marching stride strider run running jog jogging sprint cycling cycle
straddle bike biking rowing rower erg
swim swimming elliptical kick kickback extension flexion abduction adduction rotation circle roll shrug fly flye clam
clamshell
hydrant birddog deadbug superman cobra pigeon warrior sphinx savasana shavasana pose salutation vinyasa chaturanga
triangle stretch
angel opener hinge skullcrusher crossover tap slide slider glide nod tuck pulse sit balance nordic copenhagen lift
wiper windmill halo
woodchop woodchopper chop slam throw wallball pistol scissor flutter bicycle hundred teaser rollout tilt squeeze
retraction
protraction pendulum alphabet pump pallof skater shuttle shuffle carioca grapevine sprawl isometric breathing drag
fartlek reach dislocate fold romanian landmine hyperextension plie plié relevé arabesque swimmer saw oblique jab punch
uppercut boxing handstand cartwheel stepping pretzel ytw touch hug drive bend dorsiflexion eversion inversion rocking
rock kneeling
rack flow mobilisation mobilization dog pull push step hold lowering rotator adductor abductor elevation depression
depressor stand tiptoe
airplane aeroplane scarecrow bear crab turn toes catcow carry getups unders swings tadasana uttanasana savasana
trikonasana balasana contraction flick
lean climb skier spinning pedal pedalling freestyle backstroke breaststroke butterfly sculling stride gallop leap
vault sidestep
stairmaster mermaid rocker corkscrew parkrun ext rise hspu kbs rkbs kbswing t2b ttb c2b du tumbler treadmill skierg
assault airbike echo sway wringer groiner pronation supination scaption toucher crucifix locust lockoff
bearcrawl crabwalk duckwalk wallsit boxjump
traverse prowler walkover jackknife toetap heeltap throughs backbend wheel pike k2e c2b sdhp sdlhp merkin
smr skating fallout
tgu ohp sldl rfess ghr ohs strengthener s2oh stoh hrpu hpc bss hsw bbj gtoh g2oh slrdl rmu bmu ctb wb bj
scorpion cossack shinbox rockback spiderman brettzel hinge planche lever frogger frankenstein kicker karaoke
"""
_PHRASES = """
push up;press up;skull crusher;pull up;chin up;sit up;step up;step down;step over;step out;tap out;muscle up;get up;
v up;v sit;w sit;pull apart;pull through;face pull;
good morning;dead bug;bird dog;fire hydrant;wall sit;wall ball;box jump;double under;single under;jump rope;
skipping rope;battle rope;knee drop;
bear crawl;butt kick;high knee;knee hug;knee drive;knee up;knee raise;heel raise;calf raise;heel drop;heel slide;
heel dig;toe yoga;short foot;
pelvic tilt;pelvic floor;quad set;glute set;ankle pump;ankle circle;ankle rock;chin tuck;thread the needle;
thread needle;world's greatest;worlds greatest;round the world;around the world;
cat cow;cat camel;cat and cow;cat and camel;child's pose;childs pose;
down dog;downward dog;downward facing dog;upward dog;happy baby;
tree pose;mountain pose;chair pose;roll up;roll down;roll over;roll out;ab wheel;toes to bar;knees to elbow;
toes to ring;knee to chest;
farmer's;farmers;turkish;russian twist;devil press;man maker;side bend;forward fold;toe touch;toe tap;leg swing;
leg lower;weight shift;cross train;cross training;half kneel;half kneeling;rolling like a ball;roll like a ball;
arm swing;arm circle;
shoulder roll;hip hike;hip hitch;hip drop;hip circle;hip airplane;open book;90 90;frog pump;monster walk;band walk;
heel walk;towel curl;towel scrunch;marble pick;
sun salutation;shadow box;single leg;rope climb;sled push;sled pull;spine twist;leg circle;swan dive;hollow rock;
hollow hold;hollow body;
foam rolling;foam roll;cool down walk;warm up walk;easy run;long run;tempo run;hill rep;hill repeat;figure 4;figure 8;
figure four;figure eight;
bench press;clean and jerk;heavy bag;punch bag;speed bag;step off;side shuffle;in and out;db bench;dumbbell bench;
ab machine;abs machine;calf machine;chest machine;
incline bench;flat bench;barbell bench;bb bench;legs up the wall;cross trainer;stair machine;stair climber;ski erg;
air bike;lock off;static quad;inner range quad;short arc quad;clam shell;inner range quadricep;static quadricep;
pec deck;pec dec;static glut;static glute;iron cross;tyre flip;tire flip;heel prop;ab roller;
wrist roller;side lateral;grip chin;side chin;chest pass;battling rope;
atlas stone;plate pinch;stomach vacuum;butt up;body up;bottoms up;keg load;sandbag load;self massage;c p;c j;
curl up;stir the pot;hip cars;shoulder cars;hip clock;lunge matrix;rock back;shin box;hip switch;quick feet;fast feet;
captain morgan;leg drop;reverse hyper;side pillar;tail wag;toe grab;half moon;cow face;eagle arm;cactus arm;
criss cross;skin the cat;dragon flag;human flag;toy soldier;ankle abc
"""
SIZES = (2, 3, 4)
"""Of so many words are those that are one together."""
_SINGLE = frozenset(_WORDS.split())


_SEVERAL = frozenset(" ".join(bare_words(one)) for one in _PHRASES.replace("\n", "").split(";"))
_IN_A_ROW = re.compile(
    r"\bin a row\b|\b(?:in|since|until|from|by|of|last|this|next|early|late|mid)[ -](?-i:March)\b", re.IGNORECASE
)


def has_movement(text: str) -> bool:
    """Whether exercises are called by some word of it, or by some of its words together."""
    words = bare_words(_IN_A_ROW.sub("", text))
    if not _SINGLE.isdisjoint(words) or any(_is_gerund(word) for word in words):
        return True
    runs = (" ".join(words[at : at + size]) for size in SIZES for at in range(len(words) - size + 1))
    return any(run in _SEVERAL for run in runs)


def _is_gerund(word: str) -> bool:
    """Whether it is `bounding` of bound, or `hopping` of hop; or a posture's name in Sanskrit: `padottanasana`."""
    if word.endswith("asana"):
        return True
    stem = word.removesuffix("ing")
    return stem != word and (
        stem in _SINGLE or f"{stem}e" in _SINGLE or (stem[-1:] == stem[-2:-1] and stem[:-1] in _SINGLE)
    )


_COUNTED = frozenset({"1", "2", "3", "i", "ii", "iii"})


def ends_with_movement(text: str) -> bool:
    """Whether its last word, or its last two, are what exercises are called by; a number may count it: `Warrior 2`."""
    words = bare_words(text)
    words = words[:-1] if len(words) > 1 and words[-1] in _COUNTED else words
    return bool(words) and (
        words[-1] in _SINGLE or _is_gerund(words[-1]) or any(" ".join(words[-size:]) in _SEVERAL for size in SIZES)
    )
