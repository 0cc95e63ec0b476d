"""A session for tests that go through all of one."""

from __future__ import annotations

TINY = """
title: Tiny
weeks: 3
rest: 6 s
lead_in: 3 s
warm_up: none
sections:
  - exercises: [bob, press]
exercises:
  bob:
    title: Bobs
    say: bobs
    position: standing
    get_ready: 1 s
    phases:
      - {name: down, tempo: eccentric, say: Down}
      - {name: up, tempo: concentric, say: Up}
    tempo: 1-0-1-0
    prescription: 2x2
  press:
    title: Presses
    say: presses
    sides: each
    get_ready: 1 s
    prescription: 1x3s
"""
"""A minute and a half: two sets of two, then a hold of three seconds on each side."""

BRISK = TINY.replace("tempo: 1-0-1-0", "tempo: 0.5-0-0.5-0").replace("rest: 6 s", "rest: 12 s")
"""For those who play it and press keys: a set is over after two seconds, and a rest is long enough to press them in."""
