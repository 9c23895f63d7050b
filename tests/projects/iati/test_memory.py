"""Writing takes as much memory for many projects as for a few. `python -m bench.iati` measures 1,000, some 60 MB."""

from bench import iati


def test_ten_times_as_many_projects_take_no_more_memory():
    few, many = iati.measure(20), iati.measure(200)
    assert (few.faults, many.faults) == (0, 0)
    assert many.megabytes > 10
    assert many.peak - many.before < 10
    assert many.peak - few.peak < 10
    assert many.peak < iati.MEMORY
