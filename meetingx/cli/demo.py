"""`meetingx demo`: the tool on a report that is built in."""

from __future__ import annotations

import click

from meetingx.cli.localized import command, text

REPORT = """首頁 > 要聞 > 正文
饒陽縣召開大氣污染防治工作推進(jìn)會(huì)
發(fā)布時(shí)間:2023-11-09 來源:饒陽縣人民政府 瀏覽:128次
11月8日,饒陽縣召開大氣污染防治工作推進(jìn)會(huì)。縣委副書記、縣長(zhǎng)陸明遠(yuǎn)主持會(huì)議并講話,,副縣長(zhǎng)祁雪、縣直有關(guān)部門主要負(fù)責(zé)同志參加會(huì)議。
陸明遠(yuǎn)強(qiáng)調(diào),各鄉(xiāng)鎮(zhèn)要在11月底前完成散煤排查;生態(tài)環(huán)境分局要加強(qiáng)執(zhí)法檢查。
(記者 柳青)
【免責(zé)聲明】凡本網(wǎng)注明來源的作品,轉(zhuǎn)載請注明出處。
"""
"""A page as the web carries them, with invented names: that of the README."""


@command("demo")
@click.option("--text", "bare", is_flag=True)
def demo(bare: bool) -> None:
    """Shows the record of a report that is built in, or the report itself."""
    from meetingx.cli.show import shown
    from meetingx.pipeline import explain

    if bare:
        click.echo(REPORT, nl=False)
        return
    shown(explain(REPORT, name="demo"), "demo")
    click.echo(f"meetingx: {text('demo.next')}", err=True)
