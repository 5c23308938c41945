"""Chinese, Japanese and Thai, which write words without spaces and hardly inflect them: each letter counts as a word.

So a name is found anywhere in a run of letters, but for one that the ends of two common words make: "sovereignty"
(主权) is in the letters of "democratic rights" (民主权利). Words in Latin letters, and in Katakana, are found whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from studyguide.markdown.inflection.model import SIGN, Inflection, words_of

_HAN_OR_HIRAGANA = (
    r"[\u3005-\u3007\u3041-\u3096\u309d-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"
)
_KATAKANA = r"[\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f]+"
_THAI = r"[\u0e01-\u0e30\u0e32\u0e33\u0e3f-\u0e46\u0e4f-\u0e5b][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*"
_OWN = rf"(?:{_HAN_OR_HIRAGANA}|{_KATAKANA}|{_THAI})"

_SIMPLIFIED = words_of("""
    中国 美国 英国 法国 德国 俄国 韩国 泰国 各国 外国 本国 我国 全国 他国 两国 三国 大国 小国 强国 弱国 邻国 祖国
    王国 帝国 出国 回国 建国 个人 工人 男人 女人 老人 病人 商人 犯人 敌人 别人 本人 法人 主人 军人 成人 证人 行人
    客人 名人 诗人 猎人 民主 自主 业主 雇主 君主 地主 办公 社会 机会 大会 协会 议会 国会 晚会 工会 人民 公民 难民
    农民 居民 市民 移民 殖民 渔民 牧民 主权 人权 霸权 政权 产权 职权 特权 水平 公平 和平 缓和 总和 开发 出发 引发
    爆发 沙发 颁发 公安 治安 不安 保安 宗教 佛教 请教 方法 办法 宪法 司法 立法 执法 违法 合法 非法 无法 困难 苦难 灾难
    艰难 婴儿 幼儿 女儿 孤儿 扩大 重大 巨大 强大 解决 否决 判决 控制 机制 体制 限制 编制 强制 国外 海外 以外 此外 另外
    上海 天气 空气 可能 功能 性能 职能 才能 中文 已经 曾经 各种 一种 多种 女性 男性 主妇 理性 个性 任性 确保 担保 联合
    结合 配合 适合 场合 学生 医生 发生 产生 先生 各自 亲自 独自 遭受 接受 感受 家庭 家园 家属 家乡 家族 家具 权利
    权力 权威 权益 权限 权衡 道路 道歉 道德 道理 民众 民族 民间 民事 约定 约谈 约束 约会 利益 利用 利润 利率 利息
    力量 力求 力度 等待 等级 等候 等于 平台 平时 平均 平衡 平安 平等 平原 展览 展开 展示 展望 全部 全面 全球 全体 全力
    育儿 律师 器官 器材 争取 争议 争论 争端 童年 会议 会员 会计 会谈 会见 会场 议员 议程 议题 议论 议定 员工 席位
    裁判 裁定 裁军 裁员 交通 交流 交易 交换 候选 候补 源头 源于 物资 物品 物质 化学 化工 由于 由来 决定 决议 决心
    族群 护士 护理 护照 作为 作用 作者 作品 作战 易于 康复 生活 生产 生命 生存 生物 食物 食品 困扰 工作 工业 工资
    工具 害怕 证明 证据 证件 海洋 海军 海关 削减 削弱 待遇 待命 关闭 关系 关注 关于 关心 关键 海报 海域 海岸 冷战 内战
    备战 停战 参战 税收 税率 有关 机关 相关 平民 人员 人类 人口 人数
    制裁 当地 各地 本地 外地 土地 基地 雷达 雷雨 暂停 火车 火灾 火力 火箭 审核 考核 能力 能够 能源 消毒 品质 品种 口头
    口号 口语 口译 队伍 队员 陆军 空军 敌军 盟军 联军 使用 使命 现代 古代 时代 年代 近代 表示 表明 表达 表现 表演
    保卫 防卫 守卫 捍卫 自卫 言论 言语 正常 正在 正式 正义 正确 改正 修正 纠正 真正 公正 义务 占领 率领 土壤 土著
    海岛 质量 质疑 质询 仲裁 总裁 独裁 军队 军事 军官 军方 军火 谈判 谈话 谈论 战斗 战略 战术 战场 区别 区分 区域
    类型 类别 类似 航空 领空 太空 间接 间谍 间隔 行动 活动 劳动 运动 流动 推动 主要 主张 主席 主管 主动 主导 主持
    竞选 当选 大选 举行 举办 举措 官员 官方 若干 预防 预算 预期 预测 执行 进行 实行 银行 动机 动物 动员 动力 动态
    政治 自治 统治 理论 理由 理念 理想 理事 理解 行政 执政 财政 内政 治疗 事务 事件 事业 事故 事项 危机 司机 契机
    时机 际遇 遇袭 遇难 妇女 男女 子女 儿女 少女 儿童 学童 幼童 袭击 防止 防御 防范 防务 债务 债权 债券 境内 境外
    有权 有效 有利 国家 专家 作家 庭审 身份 身体 身亡 体验 体系 体现 保护 保障 保证 保持 保留 国际 战争 难题 药品
    定义 定期 兵营
""")
_TRADITIONAL = str.maketrans(
    "国会权发儿难议决别产业韩两强邻个证诗猎军办协职开颁请宪执违艰婴扩灾体编气无经种确"
    "担联结适场学医亲独园属乡约谈间众润级于台览师争论计见员题换补资质来战关复护为据农减敌机渔选妇缓总时闭系键报备类数"
    "际审队陆卫现当举银进实财务义领动劳运预导谍债验询纠术斗袭击够译号头语疗达暂范御项统车话竞药岛",
    "國會權發兒難議決別產業韓兩強鄰個證詩獵軍辦協職開頒請憲執違艱嬰擴災體編氣無經種確"
    "擔聯結適場學醫親獨園屬鄉約談間眾潤級於臺覽師爭論計見員題換補資質來戰關復護為據農減敵機漁選婦緩總時閉係鍵報備類數"
    "際審隊陸衛現當舉銀進實財務義領動勞運預導諜債驗詢糾術鬥襲擊夠譯號頭語療達暫範禦項統車話競藥島",
)
_WORDS = frozenset(spelling for word in _SIMPLIFIED for spelling in (word, word.translate(_TRADITIONAL)))
"""Common words of two letters, Simplified and Traditional."""


def _forms_of(word: str) -> Iterable[str]:
    return (word,)


INFLECTION = Inflection(forms_of=_forms_of, common_words=_WORDS, word=re.compile(rf"{_OWN}|(?:(?!{_OWN})\w)+|{SIGN}"))
