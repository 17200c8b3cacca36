"""Complex matters: the seven steps from 接到诉求 to 维保, as a checklist that staff fill in words."""
