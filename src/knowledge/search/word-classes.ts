// Classes of English words: what only frames a question, what says little about its subject, and what says the same.

/** Words that only frame a question. They stand in names, too, but nobody looks for them. */
export const FRAME: ReadonlySet<string> = setOf(
  'a an the this that these those it its itself they them their there here i me my mine we us our you your he she',
  'is are was were be been being am do does did doing done has have had having can could should would will shall may might must',
  'what whats which who whom whose when where why how hows whens wheres whys if then than as so because while whether',
  'of in on at to for from with within about over under between among through during per via',
  'and or nor but not no yes both either neither also too very just only even still already yet ever never always often',
  'really actually exactly basically simply please pls plz thanks thank thx hi hello hey ok okay so well hmm um',
  'explain explained explains explaining explanation define defined definition describe describes tell say mean means meant',
  'meaning understand know learn wondering confused eli5 dummies noob newbie im ive id ill dont doesnt isnt cant wont didnt',
  'arent thats theres someone somebody anyone something anything everything thing things stuff',
  'although though unless despite except however whoever whatever whichever whenever wherever till toward towards throughout',
  'somehow anyways nowadays therefore thus hence otherwise likewise moreover furthermore nevertheless according regarding',
  'concerning including meanwhile myself yourself himself herself ourselves',
  'kinda sorta gonna wanna gotta lemme dunno cuz coz bc tho thru ur lol lmao omg wtf tbh imo imho btw fyi asap idk umm uhh uh',
  'erm huh oh ah wow yeah yep yup nope nah alright nice awesome sorry apologies cheers kindly dear yo folks dude bro',
  'dumb stupid silly newbie newbies rookie boss professor lecturer coworker colleague colleagues mate buddy friend friends',
);

/**
 * Words around a subject: a question is asked without them as well, unless they are a name themselves (`kind`) or part of
 * one (`time travel`).
 */
export const SOFT: ReadonlySet<string> = setOf(
  'use uses used using usage get gets got getting give gives make makes made making let lets go goes going need needs',
  'want wants try trying like look looks work works worked working help helps put take takes keep keeps come comes call called',
  'happen happens seem seems question able possible currently correctly properly suddenly case cases idea point purpose',
  'without by into onto up out off down again each every all any some many much more most few less least other another own same such',
  'one two five first next now today new old good better best bad right wrong quick quickly easy easily simple simplest',
  'way ways kind sort type types example examples time place plain english short intro introduction overview basics beginner',
  'terms words concept concepts difference differences differ different differs compare compared comparison versus vs instead',
);

/**
 * Deeds, qualities and amounts of any field. Where an entry holds them they count for a little; where it does not, that
 * hardly speaks against it. A stranger's subject (`horses`) is none of them.
 */
export const WEAK: ReadonlySet<string> = setOf(
  'given gone went needed wanted tried looking putting taking took keeping kept coming came happened happening calling think',
  'ask asks asking asked show shows see sees seen find finds finding found lose loses losing lost miss missing',
  'die dies died dying stop stops stopped break breaks breaking broke broken stuck fail fails failing failed wait waiting',
  'turn turns switch start starts starting started begin begins end ends finish finished become becomes stay stays leave',
  'fix fixes fixing fixed solve solving solved handle handling deal avoid prevent decide decides choose choosing pick picking',
  'allow allows allowed enable prefer care matter matters mind bother relate relates related belong belongs involve stand stands',
  'back away around before after besides behind inside outside upon enough lot lots several three four ten second last',
  'worse worst big bigger huge large larger small smaller tiny fast faster slow slower slowly easier hard harder simpler',
  'cheap cheaply cheaper expensive long longer full empty whole real main common typical normal usually generally randomly',
  'automatically manually forever sometimes later soon once anyway times kinds sorts parts part reason reasons problem problems',
  'issue issues trouble answer answers term word tutorial guide summary info information detail details supposed cause causes',
  'bit little pretty maybe perhaps probably weird strange annoying people person everyone exist exists existing thousands',
  'sure ensure guess talk talks talking interview quickest proper correct possibly high higher low lower',
  'nothing none nobody else elsewhere somewhere everywhere anywhere everybody anybody alone ahead together apart rather ago',
  'specific certain various particular special individual similar identical double extra additional further entire final perfect',
  'important useful useless helpful necessary required suitable ideal basic great cool difficult tricky tough complicated complex',
  'confusing boring interesting funny crazy odd obvious unclear likely willing happy past future yesterday yesterdays today',
  'tomorrow tonight morning evening weekend minute minutes week month teacher course lesson homework exam exams section piece',
  'situation scenario goal aim approach mistake article blog video opinion thought love enjoy hope hate wish believe suppose',
  'imagine realize remember forget notice hear heard hears feel feels sound sounds speak mention mentioned discuss confirm',
  'discover determine decided refer arrive bring brings brought carry land lands landing behave rise fall falls struggle',
  'struggling remain appear appears considering',
);

/** Words that people use for the same deed or thing. */
const SAME_WORDS = [
  'list show see view display print',
  'delete remove destroy kill',
  'restart bounce reboot restarted',
  'undo rollback revert',
  'update change modify upgrade alter',
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
  'config configuration configure',
  'log logs',
  'postgres postgresql',
  'repo repository',
  'env environment',
  'db database',
  'auth authentication authenticate',
  'store save',
  'start launch begin',
  'shell bash',
  'forward forwarding',
  'memory ram',
  'prod production',
  'param parameter',
  'hyperparam hyperparameter',
  'directory folder dir',
  'laptop locally local',
  'app application',
  'large big huge bigger larger',
  'small tiny little smaller',
  'fast quick faster quickly',
  'copy cp',
  'encrypt encryption',
  'each every',
  'reproducible reproducibility reproduce',
  'detect detection detecting',
  'validate validation validating',
  'evaluate evaluation evaluating',
  'orchestrate orchestration orchestrating',
  'predict prediction predicting',
].map((line) => line.split(' '));

/** A word → the one that stands for all that say the same. */
export const CANONICAL: ReadonlyMap<string, string> = new Map(
  SAME_WORDS.flatMap(([first = '', ...others]) => others.map((word) => [word, first] as const)),
);

function setOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '));
}
