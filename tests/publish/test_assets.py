from generator.publish.assets import FOLDER, assets


def test_every_file_that_pages_share_has_an_address_of_its_own():
    found = {asset.path: asset.content for asset in assets()}
    assert {"assets/pejl.css", "assets/charts.css", "assets/search.js", "assets/chart.js"} <= set(found)
    assert set(found) == {f"assets/{path.name}" for path in FOLDER.iterdir()}
    assert found["assets/pejl.css"] == (FOLDER / "pejl.css").read_text("utf-8")


def test_files_come_in_the_same_order_every_time():
    paths = [asset.path for asset in assets()]
    assert paths == sorted(paths)
