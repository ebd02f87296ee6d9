"""Step Functions waits and reminds; DynamoDB remembers (architecture §8)."""
