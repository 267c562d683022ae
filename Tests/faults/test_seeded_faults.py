"""A thousand faults, put into data folder and database one at a time: `pishkhan doctor --verify` names each."""

import itertools
import os
import queue
import random

from desk import SCRATCH
from extent import SEED, extent, in_parallel
from seeded_desk import Patient, desk_with_letters
from seeded_file_faults import FILE_FAULTS
from seeded_row_faults import ROW_FAULTS
from sentences import expect, test_once

FAULTS = FILE_FAULTS + ROW_FAULTS


@test_once("The doctor names each of a thousand seeded faults of files and rows, and finds nothing when they are mended")
def seeded_faults() -> None:
    patients = queue.Queue()
    desk = desk_with_letters()
    for number in range(os.cpu_count() or 1):
        patients.put(Patient(desk.copy(SCRATCH / f"patient-{number}")))
    rounds = extent(1_000, 150)
    chosen = list(itertools.islice(itertools.cycle(FAULTS), rounds))

    def run(number: int) -> str:
        draw = random.Random(f"{SEED} {number}")
        patient = patients.get()
        try:
            wanted = chosen[number](patient, draw)
            status, said = patient.said()
            patient.heal()
            # Now and then, that it is well again: what was found was the fault, and only that.
            healed = patient.said() if number % 25 == 0 else (0, [])
        finally:
            patients.put(patient)
        if status != 1 or not any(wanted in line for line in said):
            return f"{chosen[number].__name__} {number}: {wanted!r} is not in {said}"
        return f"after {chosen[number].__name__} {number}: {healed[1]}" if healed != (0, []) else ""

    missed = [line for line in in_parallel(run, range(rounds)) if line]
    for line in missed[:20]:
        print(f"  {line}")
    print(f"  {rounds} faults of {len(FAULTS)} kinds, {rounds - len(missed)} named", flush=True)
    expect(not missed, f"{len(missed)} faults were not named")
