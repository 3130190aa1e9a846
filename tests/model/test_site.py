import pytest


@pytest.mark.parametrize(
    ("address", "root"),
    [
        (None, ""),
        ("https://eksempelby.example", "https://eksempelby.example"),
        ("https://eksempelby.example/pejl/", "https://eksempelby.example/pejl"),
    ],
)
def test_the_sites_root_has_no_slash_at_its_end(town, address, root):
    assert town.site.model_copy(update={"address": address}).root == root
