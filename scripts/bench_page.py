"""An ordinary page to measure an import with: a session in prose, with the menus and comments of its site."""

from __future__ import annotations

from html import escape

_TOLD = (
    "You need a band, a step and a quarter of an hour. Warm up with five minutes of easy jogging first.",
    "For all exercises start with 8-10 reps and build up to 12-15. Do 3 sets and rest 30 seconds between them.",
)
_EXERCISES = {
    "Step ups": (
        "Stand in front of a step that is about as high as your knees.",
        "Put one foot flat on it and push yourself up over that heel until the leg is straight.",
        "Hold for a second at the top, then let yourself down slowly. Keep your knee over your toes.",
        "Do all repetitions with one leg, then change sides.",
    ),
    "Side steps with a band": (
        "Put the band around both legs, just above your knees, and sink into a shallow squat.",
        "Step to one side against the band, ten steps there and ten steps back.",
        "If you don't have a band, do it without one and sit a little lower. Don't let your knees fall in.",
    ),
    "Glute bridges": (
        "Lie on your back with your knees bent and your heels close to you.",
        "Lift your hips until knees, hips and shoulders are in one line, and squeeze for 2 seconds.",
        "To progress, do it on one leg. Breathe out on the way up.",
    ),
    "Lunges": (
        "Take a long step forward and sink until your back knee is just above the floor.",
        "Push yourself back up through the front heel, and change legs each time.",
    ),
    "Plank": (
        "Rest on your forearms and toes, in one line from head to heels.",
        "Hold it for 45 seconds. Stop if your lower back begins to sag.",
    ),
}


def page() -> str:
    """Some 40 kB of it: as much around the text as most sites have."""
    told = "".join(f"<p>{escape(one)}</p>\n" for one in _TOLD)
    for name, sentences in _EXERCISES.items():
        told += f"<h2>{name}</h2>\n" + "".join(f'<p class="text">{escape(one)}</p>\n' for one in sentences)
    entries = "".join(
        f'<li class="menu-item menu-item-{at}"><a href="/topic/{at}"><span class="text">Topic {at}</span></a></li>\n'
        for at in range(90)
    )
    others = "".join(
        f'<div class="card"><a href="/post/{at}"><img src="{at}.jpg" alt=""></a><h3>Post {at} of ours</h3>'
        f"<p>{2 + at} minutes ago</p></div>\n"
        for at in range(40)
    )
    comments = "".join(
        f'<li class="comment"><b>Reader {at}</b> <time>{1 + at} March</time><p>It took me {at} tries.</p></li>\n'
        for at in range(25)
    )
    return (
        f"<!DOCTYPE html><html><head><title>Strong hips</title><style>{'.card { color: red; }' * 500}</style></head>\n"
        f"<body><header><nav><ul>{entries}</ul></nav></header>\n"
        f"<main><article><h1>Strong hips for runners</h1>\n{told}</article>\n"
        f'<section id="comments"><ol>{comments}</ol></section></main>\n'
        f"<aside>{others}</aside><footer><ul>{entries}</ul></footer></body></html>\n"
    )
