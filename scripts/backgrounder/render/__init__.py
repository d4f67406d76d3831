"""The fourth stage: the linked corpus becomes pages and handouts. The renderers do not know each other."""
