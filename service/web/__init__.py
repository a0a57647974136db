"""
Pages.
"""
