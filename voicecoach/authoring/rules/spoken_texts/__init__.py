"""Sessions that somebody speaks: transcripts, scripts, what is written with its times.

clock_times   times on a session's clock, as lengths
times_of_day  schedules of a day: when something is done is no length of it
stamps        the times of a film or a day, and who wrote what in a chat
spoken        whether a text may be what somebody says
utterances    what somebody says who guides a session, one after the other
announcing    the words by which an exercise is called in speaking: the place to add some
announced     which exercises an utterance calls
said_amounts  how much of it is said
said_cues     what of it is worth saying again
transcripts   sessions that somebody speaks, into drafts
"""
