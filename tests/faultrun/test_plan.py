from tests.faultrun.plan import LOOKS, Plan, Step, Trouble, make


def planned(seed: int) -> Plan:
    return make(seed, "sqlite", 2000, ending=160, troubled=500, drops=8, away=5)


def test_the_same_seed_plans_the_same() -> None:
    assert planned(7) == planned(7)
    assert planned(7) != planned(8)


def test_all_that_can_happen_is_planned() -> None:
    plan = planned(7)
    assert {step for each in plan.deliveries for step in each.ends} == set(Step)
    assert {trouble for each in plan.deliveries for trouble in each.troubles} == set(Trouble)


def test_a_look_fails_only_after_something_unclear() -> None:
    for each in planned(7).deliveries:
        assert not each.troubles or each.troubles[0] not in LOOKS
