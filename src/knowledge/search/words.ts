// Words of names and questions in the forms in which they are compared; no knowledge of any subject but word classes.

/** Words that carry no subject: what a question is framed with, and small talk. */
const FILLER = new Set(
  [
    'a an the this that these those it its itself they them their there here i me my mine we us our you your he she',
    'is are was were be been being am do does did doing done has have had having can could should would will shall may might must',
    'what whats which who whom whose when where why how hows whens wheres whys if then than as so because while',
    'of in on at to for from with within without by into onto about over under between among through during per via',
    'and or nor but not no yes both either neither each every all any some many much more most few less least other another',
    'up out off down again also too very just only even still already yet ever never always often really actually exactly',
    'basically simply simple simplest easy easily quick quickly please thanks thank hi hello hey ok okay so well',
    'explain explained explanation define defined definition describe tell say mean means meant meaning understand know learn',
    'use uses used using usage get gets got getting give gives make makes made making let lets go goes going need needs',
    'want wants try trying like look looks work works worked working help helps thing things stuff something anything someone',
    'way ways kind sort type types best better good bad right wrong difference differences differ different differs compare',
    'compared comparison versus vs instead example examples purpose point overview intro introduction basics beginner eli5',
    'terms words plain english short case cases idea im ive id dont doesnt isnt cant wont didnt arent thats theres',
    'today now new old one two first same such own next place time come comes take takes keep keeps put happens happen',
    'able possible currently correctly properly suddenly seem seems called call question wondering concept concepts',
  ]
    .join(' ')
    .split(' '),
);

/** Words that people use for the same deed or thing; each line is told by its first word. */
const SAME_WORDS = [
  'list show see view display print',
  'delete remove destroy kill',
  'restart bounce reboot restarted',
  'undo rollback revert',
  'update change modify upgrade',
  'kubernetes k8s kube',
  'pod po',
  'service svc',
  'deployment deploy',
  'configmap cm',
  'namespace ns',
  'ingress ing',
  'statefulset sts',
  'daemonset ds',
  'replicaset rs',
  'persistentvolumeclaim pvc',
  'persistentvolume pv',
  'serviceaccount sa',
  'horizontalpodautoscaler hpa',
  'networkpolicy netpol',
  'dataframe df',
  'config configuration',
  'log logs',
  'postgres postgresql',
  'repo repository',
  'env environment',
  'db database',
  'auth authentication',
  'store save',
  'start launch begin',
  'shell bash',
  'forward forwarding',
  'memory ram',
].map((line) => line.split(' '));
const CANONICAL = new Map(
  SAME_WORDS.flatMap(([first = '', ...others]) => others.map((word) => [word, first] as const)),
);

/** Lower-case words of letters and digits, marks and accents dropped. Marks within a word part it. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/['’`]/g, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Whether a word says nothing about the subject of a question. */
export function isFiller(word: string): boolean {
  return FILLER.has(word);
}

/**
 * The form by which whole names are the same: `Config Maps`, `configmap` and `ConfigMap` have one. Articles, `and` and
 * the plural's ending at the very end do not count.
 */
export function nameKey(name: string): string {
  const words = wordsOf(withFlags(name)).filter((word) => !['a', 'an', 'the', 'and'].includes(word));
  return withoutPlural((words.length === 0 ? wordsOf(name) : words).join(''));
}

/** Flags keep their dash as a word, so that `get pods -A` is not `get pods` with an article. */
function withFlags(name: string): string {
  return name.replace(/(^|\s)--?(?=[A-Za-z])/g, '$1dash');
}

/** The form in which words of texts are compared: canonical word, without ending. */
export function termOf(word: string): string {
  const canonical = CANONICAL.get(word) ?? word;
  const singular = withoutPlural(canonical);
  const bare = CANONICAL.get(singular) ?? singular;
  return withoutVerbEnding(bare);
}

/** Terms of a text in order, filler left out. */
export function termsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !FILLER.has(word))
    .map(termOf);
}

/** The long forms of a short name that kubectl takes, e.g. `po`; undefined for other words. */
export function longFormOf(word: string): string | undefined {
  return CANONICAL.get(word);
}

/** Plural and singular end the same: `queries` and `query`, `caches` and `cache`, `ingresses` and `ingress`. */
function withoutPlural(word: string): string {
  if (word.length <= 3) return word;
  const singular = /(?:ss|us|is)$/.test(word) ? word : word.replace(/s$/, '');
  const bare = singular.length > 3 ? singular.replace(/e$/, '') : singular;
  return bare.replace(/y$/, 'i');
}

/**
 * `running` → `run`, `scaling` and `scaler` → `scal`, as `scale` gives. What would be left of a short word says too little,
 * so it stays whole.
 */
function withoutVerbEnding(word: string): string {
  const bare = withoutEnding(word, /(?:ing|ed)$/, 3);
  return bare.length < 7 ? bare : withoutEnding(bare, /er$/, 5);
}

function withoutEnding(word: string, ending: RegExp, atLeast: number): string {
  const stem = word.replace(ending, '');
  if (stem === word || stem.length < atLeast || !/[aeiouy]/.test(stem)) return word;
  return stem.replace(/([b-df-hj-np-tv-z])\1$/, (pair, letter: string) => (/[lsz]/.test(letter) ? pair : letter));
}
