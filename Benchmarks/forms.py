"""Forms: how much longer a byte of other exports takes than one of the plain form."""

import shutil

from bench import bytes_of, heading
from measure import Command, Failure, Ratio, in_turn, same_sums
from report import Line

# Office files have the same uses as plain ones, so that their sums must be the same.
FORMS = ["plain", "analytics", "office", "office-cp950", "events"]


def measure(bench):
    commands, sizes = {}, {}
    for form in FORMS:
        season = bench.season(f"form-{form}", bench.form_size, "--form", form)
        sizes[form] = bytes_of(season)
        commands[form] = Command(
            form, [bench.program, "usage", season, "--sums", "month", "--progress", "none"],
            output=bench.path(f"sums-{form}.csv"))
    heading("Forms: " + ", ".join(f"{form} {sizes[form] / 1e6:.0f} MB" for form in FORMS))
    in_turn(list(commands.values()), bench.runs)
    same_sums(commands["plain"].output,
              [commands[form].output for form in ("office", "office-cp950")])
    counted = total(commands["events"].output)
    if counted != bench.form_size.usage_rows:
        raise Failure(f"{bench.form_size.usage_rows} events were written, {counted} counted")
    plain = commands["plain"]
    for form in FORMS:
        shutil.rmtree(bench.path(f"form-{form}"))
    rate = lambda form: f"{sizes[form] / commands[form].median / 1e6:.0f} MB/s"
    return [
        Line(f"form {form}: time per byte / plain", rate(form), f"plain {rate('plain')}",
             Ratio.of(commands[form], plain).times(sizes["plain"] / sizes[form]), ("<=", 3))
        for form in FORMS[1:]]


def total(path):
    with open(path) as file:
        next(file)
        return sum(int(line.rsplit(",", 1)[1]) for line in file)
