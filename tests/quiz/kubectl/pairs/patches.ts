// Pairs about the text of a patch: JSON, YAML in flow and block form, and what is neither.

import { readPairs } from './read-pairs.ts';

/** Stands for a line break within a pair, which has one line. */
const BREAK = '↵';

export const patchPairs = readPairs(`
patch deploy x -p '{"spec":{"replicas":3}}' == patch deploy x --type=strategic -p 'spec: {replicas: 3}'
patch deploy x -p '{"spec":{"replicas":3}}' == patch deploy x -p 'spec:↵  replicas: 3↵'
patch deploy x -p 'spec:↵  replicas: 3' != patch deploy x -p 'spec:↵  replicas: 4'
patch deploy x -p 'spec: {replicas: 3}' != patch deploy x -p 'spec: {replicas: "3"}'
patch deploy x -p '{"spec":{"replicas":3}}' != patch deploy x -p '{spec: {replicas: 3}}'
patch deploy x -p '{"a":1,"b":2}' == patch deploy x -p 'b: 2↵a: 1'
patch deploy x -p 'a: [1, 2]' == patch deploy x -p 'a:↵- 1↵- 2'
patch deploy x -p 'a: [1, 2]' != patch deploy x -p 'a: [2, 1]'
patch deploy x -p '{"a":2}' == patch deploy x -p 'a: 1↵a: 2'
patch deploy x -p '{"a":1}' == patch deploy x -p 'a: 1↵---↵b: 2'
patch deploy x -p '{"a":1}' == patch deploy x -p '# why↵a: 1 # one'
patch deploy x -p '{"a":1,"b":1}' == patch deploy x -p 'a: &one 1↵b: *one'
patch deploy x -p '{"a":true}' == patch deploy x -p 'a: yes'
patch deploy x -p '{"a":"yes"}' == patch deploy x -p "a: 'yes'"
patch deploy x -p '{"a":420}' == patch deploy x -p 'a: 0644'
patch deploy x -p '{"a":420}' == patch deploy x -p 'a: 0o644'
patch deploy x -p '{"a":"1:30:00"}' == patch deploy x -p 'a: 1:30:00'
patch deploy x -p '{"a":"2020-01-01"}' == patch deploy x -p 'a: 2020-01-01'
patch deploy x -p '{"a":null}' == patch deploy x -p 'a:'
patch deploy x -p '{"1":"a"}' == patch deploy x -p '1: a'
patch deploy x -p '{"a":1}' != patch deploy x -p 'a:1'
patch deploy x -p '{"a":1}' !! patch deploy x -p 'a: [1'
patch deploy x -p '{"a":1}' !! patch deploy x -p 'a: b: c'
patch deploy x -p '{"a":1}' !! patch deploy x -p 'a: *missing'
patch deploy x -p '{"a":1}' !! patch deploy x -p '[1]: a'
patch deploy x -p '{"a":1}' !! patch deploy x -p 'null: a'
patch deploy x -p '{"a":1}' !! patch deploy x -p 'a: .inf'
patch deploy x --type=json -p '[{"op":"replace","path":"/spec/replicas","value":3}]' == patch deploy x --type=json -p '- op: replace↵  path: /spec/replicas↵  value: 3'
patch deploy x --type=json -p '[{"op":"replace","path":"/spec/replicas","value":3}]' == patch deploy x --type=json -p '[{op: replace, path: /spec/replicas, value: 3}]'
patch deploy x --type=json -p '[{"op":"replace","path":"/spec/replicas","value":3}]' != patch deploy x --type=json -p '[{op: replace, path: /spec/replicas, value: "3"}]'
patch deploy x --type=merge -p '{"spec":{"replicas":3}}' == patch deploy x --type=merge -p 'spec: {replicas: 3}'
patch deploy x --type=merge -p 'spec: {replicas: 3}' != patch deploy x -p 'spec: {replicas: 3}'
patch deploy x -p '{"a":1}' !! patch -f deploy.yaml --local --type=json -p 'a: 1'
patch deploy x -p '{"a":1}' !! patch -f deploy.yaml --local -p '{spec: {replicas: 3}}'
patch -f deploy.yaml --local -o json -p '{"spec":{"replicas":3}}' == patch -f deploy.yaml --local -o json -p 'spec: {replicas: 3}'
`).map((pair) => ({
  ...pair,
  expected: pair.expected.replaceAll(BREAK, '\n'),
  answer: pair.answer.replaceAll(BREAK, '\n'),
}));
