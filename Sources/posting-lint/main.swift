print("posting-lint")
