"""The one place where the stages meet: `prepare` makes the timeline, `render` the files."""
