"""Mutants of the policy that decide as what they were made from, each with the reason (goal R9)."""

EQUIVALENT: dict[str, str] = {
    "policy_decision.Condition: 'not_found' if self.hidden else self.code -> self.code":
        "every hidden condition is called not_found",
    "policy_rules._table: if action in table -> True": "every act has its row, as test_matrix says",
}  # fmt: skip
