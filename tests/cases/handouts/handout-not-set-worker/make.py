"""The typesetter takes too long over one of two briefs."""

from backgrounder.typeset.press import Press, PressError


def make(briefs, monkeypatch):
    ask = Press._answer

    def answer(press, job, data, scale):
        if job.name == "harbour":
            raise PressError("Typst did not finish within 20 seconds")
        return ask(press, job, data, scale)

    monkeypatch.setattr(Press, "_answer", answer)
