"""What stands on the pages that give orders: lines from a view, its choices and a draft."""
