"""A small workshop and its process, without any fault."""

PROCESS = """\
kind: process
id: process:pack-test
title: 电池包检测
steps:
  - id: S1
    title: 绝缘检测
    station: 检测工位
    actions: [戴绝缘手套, 接线, 测量]
    parameters:
      - {name: 测试电压, unit: V, min: 500, max: 1000, basis: {standard: GB 38031}}
      - {name: 绝缘电阻, unit: MΩ, min: 1}
      - {name: 记录份数, unit: 份}
    hazards: [触电]
"""

WORKSHOP = """\
kind: workshop
id: workshop:pack-test
title: 电池包检测
process: process:pack-test
situation: 一台电池包下线。
task: 检测它。
ending: 想一想哪一步最危险。
layout: {stations: [{id: bench, name: 检测工位, at: [1, 1]}]}
instruments: [{id: meter, title: 绝缘表, range: [0, 200]}]
steps:
  - step: S1
    safety: [戴绝缘手套]
    settings: [{parameter: 测试电压, start: 250, lowest: 250, highest: 1000, by: 250}]
    readings: [{parameter: 绝缘电阻, instrument: meter, value: 20, noise: 0.1}]
faults:
  - id: leak
    kind: tolerance
    title: 绝缘下降
    step: S1
    parameter: 绝缘电阻
    value: 0.2
    symptom: 读数很小。
    reaction: 停止测量并放电
    wrong: [继续测量]
    why: 绝缘不合格时不得通电。
scoring: {steps: 30, settings: 20, readings: 20, faults: 30}
"""
