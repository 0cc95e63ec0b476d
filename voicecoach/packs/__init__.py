"""Voice packs: sentences that were spoken beforehand, in files that go from machine to machine."""
