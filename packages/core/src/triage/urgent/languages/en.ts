/** How danger is said in English. Doubled letters count once; `~` stands for up to three words. */
import type { Phrases } from '../../urgent.ts';

const who =
  '(some(one|body)|m[ae]n|wom[ae]n|child|children|kids?|boys?|girls?|person|people|guys?|lady|baby|babies|toddler|teen\\w*|students?|workers?|driver|passenger|' +
  'rider|cyclist|bicyclist|biker|pedestrian|neighbou?r|hes?|shes?|im|i|we|they|theyre|wife|husband|mom|mother|dad|father|son|daughter|friend|brother|sister|grand\\w+|victim)';
const whom = `(${who}|me|us|him|her|them|everyone|others|each other)`;
const burns =
  '(house|home|building|apartment|garage|roof|barn|shed|store|school|car|truck|van|bus|dumpster|bin|pole|wires?|transformer|field|grass|woods|forest|park|' +
  'kitchen|attic|basement|vehicle|shop|porch|fence|tree|hill|box|meter|outlet|manhole|can|bench|couch|mattress|boat|warehouse|factory)';
const wire =
  '(wires?|powerlines?|(power|electric\\w*|utility|live|overhead|transmission|voltage) (lines?|cables?|cords?|wires?))';
const gas = '(ga[sz]|propane|methane|butane)';
const smells = '(smell\\w*|smelt|odor|odour|stink\\w*|stench|stinks|reek\\w*|whiff|scent|fumes)';
const weapon = '(guns?|knife|knives|weapons?|machete|rifle|pistol|shotgun|firearm|handgun|axe|sword|bat|crowbar)';
const water =
  '(river|lake|creek|canal|pond|pool|ice|well|manhole|sewer|storm drain|drain|sea|ocean|bay|water|dock|ditch|reservoir|quarry|stream)';
const parted =
  '(could|might|may|can|will|would|gonna|going to|about to|almost|nearly|afraid|worried|scared|risk of|danger of|waiting to|prevent|before|if|unless|until|so that|potential\\w*|should|has to|have to|until|gets?)';

export const en: Phrases = {
  dangers: [
    ['gas', smells, gas],
    ['gas', 'leak\\w*|leek\\w*|hiss\\w*|escaping|ruptur\\w*|spewing', gas],
    [
      'gas',
      `(hit|hits|cut|struck|broke|burst|cracked|severed|ripped|damaged|punctured|broken|ruptured) (into |through |up |our |a |the |an |my )*(buried |underground |main )?${gas} (lines?|main|pipe|hose|service)|${gas} (lines?|main|pipe|hose|service) (line )?(was |is |has |got |been |just )*(hit|cut|struck|broke|broken|burst|cracked|severed|ripped|punctured)`,
    ],
    ['gas', smells, 'rotten eggs?'],
    [
      'gas',
      '(carbon monoxide|co alarm|co detector|co2 alarm)',
      'going|went|beep\\w*|leak\\w*|poison\\w*|high|sick|alert',
    ],
    [
      'wires',
      wire,
      'down|downed|fell|fallen|falling|fall|hanging|hangs|dangling|spark\\w*|arcing|snapped|broke|broken|exposed|bare|loose|lying|laying|collapsed|burning|ripped|torn|leaning|resting|landed|blew|touching the (ground|road|street|sidewalk|car|fence|house|roof|water)|(on|across|over) the (ground|road|street|sidewalk|driveway|lawn|grass|yard|lane|fence|car)',
    ],
    [
      'wires',
      'live (\\S+ )?wires?|down(ed)? (power |electric\\w* )?(lines?|wires?|cables?)|lines? (is |are |came |come )?down(?! the)|electrocut\\w+',
    ],
    [
      'wires',
      'spark(s|ed|ing)?|arcing',
      'pole|poles|transformer|outlet|meter|box|light|lights|lamp|manhole|cable|electric\\w*|signal|tree|panel|ground|street|flying|everywhere',
    ],
    ['wires', '(transformer|substation) ~(blew|blown|popped|exploded)|blown transformer'],
    ['wires', 'shock(s|ed|ing)?|tingl\\w+', 'pole|electric\\w*|light|wire|box|fence|lamp'],
    [
      'wires',
      '(power|electric|electrical|utility|telephone) poles?',
      'down|fell|fallen|snapped|collapsed|broke|in half',
    ],
    ['fire', 'on fire|in flames|flames|ablaze|caught fire|up in smoke|arson\\w*|wildfire'],
    [
      'fire',
      `(${burns}|brush|trash|garbage|structure|electrical|wild|small|big|huge|the|a|there is|report|reporting|see|seeing|set|setting|starting|started|starts|lit|lighting|spreading|new|active|electric|chimney|grease|tire|caught) ?fires?( in| at| on| near| by| behind| inside| under| next| outside| along| across| now| here| is| are| going| getting| growing| please| help| out of control| spreading| started| burning| to| and| with| from| all| down| up| that|$)`,
    ],
    [
      'fire',
      '^fires?( now| in| at| on| help| please| near| behind| next| outside| by| inside| under| along| across| burning| spreading| all| is| out of control|$)',
    ],
    ['fire', `${burns}( is| are| on| was)? burning( down| up)?`],
    ['fire', 'smell\\w* (something |like something |like |electrical |an electrical )?burning|burning smell'],
    [
      'fire',
      '(black|thick|heavy|dark|white|grey|gray|lots of|see|sees|seeing|smell|smelling|smells like|full of|full with|filling with|filled with|billowing|pouring|plume of|cloud of) ~smoke|smoke ~(coming|comes|pouring|billowing|rising|from|out|in|inside|filling|everywhere|seen)',
    ],
    ['fire', 'smoking', 'manhole|transformer|wires?|outlet|panel|pole|box|engine|roof'],
    ['fire', '(smoke|fire|heat) (alarms?|detectors?) ~(going|went|ringing|sounding|blaring)'],
    [
      'fire',
      'explosions?|explod(ed|ing)|explo[st]ion\\w*|blew up|blowing up|bombs?|suspicious (package|device|bag|backpack|suitcase)',
    ],
    [
      'other',
      '(tanker|fuel|gasoline|petrol|diesel)( truck)? (has |is |was )?(overturned|spill\\w*|leak\\w*|crash\\w*)|(overturned|leaking|spilled|crashed) ~(tanker|fuel|gasoline|petrol)',
    ],
    ['other', '(chemical|chemicals|chlorine|ammonia|toxic|acid|hazmat|hazardous)', 'leak\\w*|spill\\w*|fumes|cloud'],
    [
      'crime',
      `(has|have|had|with|holding|waving|pulled|pulling|pointing|pointed|carrying|brandishing|swinging|at|drew|got|armed|threaten\\w*|and|see|saw|using|carries) ~(${weapon})`,
    ],
    [
      'crime',
      'armed ~(m[ae]n|person|suspect|robber\\w*|intruder|guy)|gunm[ae]n|hostages?|(pistol|rifle|machete|shotgun|handgun|firearm)s? ~(park|street|school|playground|corner|house)',
    ],
    [
      'crime',
      'gun ?shots?|gun ?fire|shots? (are |being |were |was |have been )?fired|firing shots|shooting (at|in|on|near|outside|happening|going|now|right|just|each|people|back|across|with)|heard ~shots|drive by|shooters?|(a|mass|been a|another) shooting',
    ],
    [
      'crime',
      `(is|was|are|been|being|got|getting|just) (shot|stabbed|shooting|stabbing)|${whom} ~(shot|stabbed|stabbing)|shot (at|him|her|me|someone|somebody|people|a m[ae]n|a wom[ae]n|through)|stabbings?`,
    ],
    [
      'crime',
      '(being|getting|is|am|was just|just got|got|been) ~(attacked|robbed|assaulted|beaten|beat|raped|mugged|chased|kidnapped|abducted|strangled|choked|jumped|molested|held against|dragged)( up)?|under attack',
    ],
    [
      'crime',
      `(attack\\w*|hurting|maul\\w*|biting|rob(bing|s)|assault\\w*|beat(ing|s)|rap(ing|es)|mugg(ing|s)|kidnapp\\w*|abduct\\w*|strangl\\w*|stabb?\\w*|punch\\w*|choking|chokes|hitting|dragging|grabb\\w*|kicking) ~(${whom}|his|my|store|bank)|robb(ing|ery|er)|home invasion|carjack\\w*|kidnap\\w*|abducti\\w+`,
    ],
    [
      'crime',
      `(is|are|someone|somebody|trying to|tr(y|ies) to|guys?|m[ae]n|people|kids|burglars?|now|they|he|she|person|just|neighbors?) ~(breaking|break|breaks|broke|climbing|climbed|kicking|kicked|smashing|forcing|forced|prying) ~(in|into|down|through|open) ~(house|home|doors?|windows?|car|cars|store|apartment|garage|building|shop|school|church|now|next|unit|back|front|place)`,
    ],
    [
      'crime',
      '(breaking|trying to break|trying to get|just broke|force) in(to)?( (my|our|his|her|their|the)|$| to| right| now| next| through)|break in (right now|now|in progress|happening|going)|(burglars?|intruders?|prowlers?|strangers?|robbers?|thie(f|ves)|burglary) ~(in|inside|at|progress|my|now|next)|(in|inside) my (house|apartment|home|garage|backyard|yard) ~right now|crime in progress|being (burglari[sz]ed|broken into)',
    ],
    [
      'crime',
      `threaten\\w* ~(kill|hurt|shoot|stab|with|${whom})|(going|wants?|trying|tried|try|threatened|gonna) to ~(kill|hurt|shoot|stab) ~(${whom}|his|my)|kill (me|us|him|her|you)`,
    ],
    ['crime', `(pull|drag|forc|lur|grab|throw)\\w* ~${whom} ~(in|into) ~(car|van|truck|vehicle|house|woods)`],
    [
      'other',
      '(kill|hurt|harm|shoot|hang|cut)(ing)? (him|her|my|them|your)sel(f|ves)|suicid\\w+|(threaten\\w*|about|going|wants?|ready|trying) to jump|(jump|jumping) (off|from|in) ~(bridge|roof|overpass|building|ledge|window|tracks|train|road|traffic)',
    ],
    [
      'crime',
      '(steal\\w*|smash\\w*|vandal\\w*|looting|breaking|rob\\w*|attack\\w*|assault\\w*|beating|prowling|burglar\\w*|crime)( \\S+){0,6} (right now|in progress|as we speak|at this moment)|maul\\w*',
    ],
    [
      'crime',
      '(domestic|family) (violence|dispute|abuse|fight)|(scream|yell|cry|call|shout)\\w* (for )?help|followed by|following me|stalking me|(fight|brawl) ~(going|outside|now|in progress|knives|street|with|parking|bar)|child abuse|(is|are) ~fighting ~(street|outside|now|parking|bar|with)',
    ],
    [
      'injury',
      '(not|no|isnt|cant|cannot|can not|stopped|stops|hardly|barely|trouble|difficulty|struggling to|isn t|can t|doesnt|wont|not really) br[ea]+th\\w*|unconscious\\w*|unconcious|unresponsive|not respon\\w+|no pulse|heart attack|cardiac|(having|had|has) a (stroke|seizure|heart)|seizures?|overdos(e|es|ed|ing)|od ?ing|passed out|chest pains?|going into labor|in labor|not (waking|moving)|wont wake|cant wake|cannot wake|anaphyla\\w+|allergic reaction|turn(ing|ed) blue|cpr (now|needed|on)',
    ],
    [
      'injury',
      `${who} ~(collapsed|bleeding|injured|electrocuted|impaled|pinned|trapped|crushed|dying|dead|buried|stranded|unconscious|burned|poisoned|faint\\w*|choking|convuls\\w+)|(seriously|severely|badly|critically|very) (hurt|injured|wounded)|(hurt|injured|bleeding|wounded) (badly|seriously|severely|bad|heavily|a lot|from|everywhere|profusely)|(trapped|pinned) ~(in|inside|under|by|beneath) ~(elevator|car|truck|vehicle|house|building|rubble|tree|machine|train|wreck\\w*|debris)|dead body|body (in|on|floating|lying)|lot of blood|losing ~blood|blood everywhere`,
    ],
    [
      'injury',
      `(car|cars|truck|bus|train|vehicle|van|driver|suv|bike|motorcycle) ~(hit|struck|ran over|run over|plowed into|mowed down) ~(${who})|${who} ~(was|is|were|got|been|just) ~(hit|struck|run over|mowed down) by ~(car|truck|bus|van|train|suv|vehicle|motorcycle|bike|driver|tram)|(hit|struck) by ~(car|truck|bus|train|vehicle)`,
    ],
    [
      'injury',
      '(crash|accident|wreck|rollover|collision|pile ?up|crashed) ~(injur\\w+|hurt|trapped|bleeding|people|just happened|just now|happening|with victims|fire)|injuries|injured (people|person|driver|m[ae]n|wom[ae]n|child|kid|pedestrian|worker|passenger\\w*)|(people|persons?) (are |is |were )?(hurt|injured)|need ~(ambulance|paramedics?|medic|medics|ems)|(call|send|sending|get|request\\w*) ~(ambulance|911|paramedics?|police now|police right|cops now|help now|help right|help fast|help quick\\w*|firefighters)',
    ],
    [
      'injury',
      `${who} ~(fell|fallen|falling) (from|off|out of) ~(roof|ladder|scaffold\\w*|balcony|window|bridge|building|cliff|overpass|tree|stairs|height)|${who} ~(fell|fallen|falling) ~(and|off|from|down|roof|ladder|scaffold\\w*|stairs|cliff) ~(cant|cannot|not|hurt|roof|ladder|scaffold\\w*|bleeding|stairs|cliff|hit|unable|broke|get up|head)`,
    ],
    [
      'water',
      `drowning|drowned|capsiz\\w*|flash flood\\w*|swept (away|off|down|into)|(fell|fallen|falling|jumped|slipped|went|fall|rolled|drove|driven) (in|into|through|off|under) (to )?(the |a |an |our |his |her |an open |open |frozen |icy )*${water}`,
    ],
    [
      'water',
      '(someone|somebody|person|m[ae]n|wom[ae]n|child|kid|boy|girl|body|swimmer|car|baby|toddler) (is )?(in|under) the (river|lake|creek|canal|water|pond|ice|ocean|sea)',
    ],
    [
      'water',
      `${who}|cars?|vehicle|bus|van|family`,
      `(trapped|stuck|stranded|struggling|floating|sinking|submerged|screaming|underwater|swept|clinging) ~(flood\\w*|flash|water|river|lake|creek|current|canal|rapids|rising|underpass|stream|storm drain|drain|well|trench|manhole|elevator|hot car|mud|quicksand)|underwater`,
    ],
    [
      'other',
      '(is|have|an|its|medical|real|this|life threatening) (an |a )?(real |medical )?emergency( at| in| here| now| please| on| someone| help|$)|life threatening|life or death|in danger right now|fear for my life|in immediate danger|help me( please)?$|someone is dying',
    ],
  ],
  ignore: [
    'non emergency|emergency (exit|room|shelter|vehicles?|services?|siren|number|phone|call box|contact|alerts?|plan|management|kit|repair|route|lane|access|preparedness|snow|parking|department|crew|responders|personnel|light|lights|button|rental|housing|fund|water|food|assistance|declaration|drill|test|broadcast|operations|notification|notifications|gate|door|text)s?',
    'fires? (hydrants?|stations?|stn|departments?|dept|lanes?|trucks?|engines?|escapes?|extinguish\\w+|codes?|inspect\\w+|marshals?|permits?|bans?|drills?|sprinklers?|zones?|hazards?|seasons?|chief|safety|rings?|pits?|places?|proof\\w*|wood|works?|ants?|fl(y|ies)|fight\\w+|house|bell|plugs?|hoses?|routes?|damaged?|prevention|reports?|box|pump|sales?|insurance|risks?|trail|rescue|company|district|museum|wall|line|gate|doors?|access|crackers?|call box|rules?|connection|exits?|union|fee|tax|restrictions?|tower|tables?|bowl|arms?|standpipe|cadet\\w*|camp|police|commission|board|levy|millage|sign|signs|academy|alarm (test|permit|fee|inspect\\w*|pull|box|system)|protection|training|log|grate|ring|man|men|boat|service|weather|warden|watch|resistant|suppression|violations?|siren|whistle|hall|bush|maple|pole)',
    '(camp|bon|cook|recreational|open|bar b q|back|cease|rapid|friendly|police and|police or|cross|hang|quick|under|spit) ?fires?|fire ~(pit|place|bowl|ring)|fire (and|or) (police|rescue|ems|water)|(was|got|get|gets|be|been|being) fired|fired (city|workers?|from|him|her|employee)|(to|should|must|please|and) fires? (him|her|them|the (mayor|manager|chief|driver|contractor|director|clerk))',
    '(smoke|fire|gas|heat|carbon monoxide|co) (detectors?|sensors?|signals?|shops?|free|tests?|testing)(?! ~(going|went|sounding|blaring|beep\\w*|ringing))|(smoke|fire|carbon monoxide) alarms? (program|battery|batteries|install\\w*|inspect\\w*|free|permit|fee|tests?|testing|systems?)|smoke house',
    '(second ?hand|cigarettes?|cigars?|tobacco|weed|marijuana|cannabis|pot|grill|bbq|barbe[cq]ue|chimney|diesel|exhaust|wood|vape|pit|fireplace|leaf|incense|meat|stove|truck|bus|tire|tail ?pipe|neighbou?rs|neighboring|crack|meth|hookah|restaurant) smok\\w+|smok\\w+ ~(grill|bbq|barbe[cq]ue|chimney|stove|pit|smoker|exhaust|bus|buses|fireplace|cigar\\w*|smokers|diesel|restaurant|campfire|bonfire|tailpipe|weed|pot|marijuana|crack|cigarettes?|area|section|ban|stack|truck)|(buses|bus|trucks?|cars?|grill|bbq|bonfire|chimney|campfire|restaurant|stack|pit|cigarette) ~((blow\\w*|black|blue|thick|white|emits|emitting|puts out|of) )*smoke|smoke stacks?|no smoking',
    'gas (stations?|caps?|prices?|bills?|lamps?|lights?|lanterns?|tax|grills?|cans?|compan(y|ies)|powered|pumps?|mask|guzzl\\w+|mileage|cards?|stoves?|utility|crew|blowers?|mowers?|leaf|heat|heating|service|appliances?|fireplace|money|works|company|ovens?|dryers?|furnaces?|heaters?|generators?|canisters?|tank (recycling|disposal|exchange)|valve (cover|lid|box)|meter (cover|lid|reading|reader|box)|line (marks?|marking|markings|paint|flags?|map|work|project|replacement|install\\w*|permit)|main (project|work|replacement|permit))|(tear|sewer|natural|green house|greenhouse|swamp|landfill) gas(es)? (bill|line map|service|hook ?up|company|emissions|vehicles?|bus|buses|conversion)|sewer gas|landfill gas|out of gas|gas can',
    `rotten eggs? ~(sewer|drains?|manhole|river|creek|pond|lake|landfill|garbage|trash|dumpster|water|faucet|tap|plant|swamp|toilet|beach|marsh|wastewater|thrown)|(sewer|drains?|manhole|river|creek|pond|lake|landfill|garbage|trash|dumpster|water|faucet|plant|swamp|toilet|wastewater) ~rotten eggs?`,
    'wire (fence|fences|fencing|mesh|baskets?|trash|cage|rack|shelv\\w+|hangers?|transfer|brush|bin|netting|rope|cutters?|fraud|taps?|screen|gate|frame|around|panel)|(fence|barbed|chicken|razor|phone|telephone|internet|cable|tv|television|fiber|comcast|spectrum|verizon|speaker|christmas|guy|zip|clothes|hair|hay|baling|copper|hot|help|party|water|sewer|white|yellow|stop|bike|property|fishing|bus|rail|train|finish|parking|lane|front|dead|head|tree|sky|date|on|deadline|credit|hose|garden|drain|painted|crosswalk|center|edge|dotted) (wires?|lines?|cables?)|wireless|copper ~(theft|stolen)|wire ~(stolen|theft)',
    `(near|next to|close to|under|beneath|around|beside|below|above|through|grow\\w* (in|into|on|up|around|over)|touching|away from|reaching|rubbing|clear of|bury|burying|underground|brushing|against|between|tangled in|entangled in|overgrow\\w*|interfering with|blocking|hitting) (to )?(the |some |a |my |our |these |those |overhead |all )*${wire}`,
    `(shoes?|sneakers?|kites?|balloons?|banners?|vines?|ivy|moss|birds?|squirrels?|nest|decorations?|flags?|drone|tennis) ~((hanging|stuck|caught|tangled|thrown|tied) )?(on|from|in|over|onto|around) ~${wire}|(branch\\w*|limbs?|trees?|sign) ~(hanging|hangs|leaning) (over|near|above|toward|towards)`,
    '(power|electricity|internet|cable|phone) (is |was |has been |went )?(out|down|off)',
    '(nail|glue|staple|squirt|water|radar|speed|toy|nerf|heat|paint ?ball|caulk|massage|spray|pellet|fake|graffiti of a|mural of a|picture of a|drawing of a|sticker of a) guns?|guns? (range|permits?|shop|stores?|license|show|control|violence|buy ?backs?|club|safe|safety|locks?|laws?|sales?|registration|rights|owners?|free|ordinance|metal|disposal)|(baseball|cricket|fruit|brown|wing|dead|softball) bats?|(bat|bats) (in|house|houses|colony|box|control|flying|removal)|(with|and|has|a) bats?$|knife sharpen\\w*|butter knife|axe throwing',
    'shots? puts?|(flu|covid|rabies|allergy|booster|vaccine|puppy|screen|mug|photo|long|big|head|cheap|best|tetanus|dog|cats|drone|hot|jello|whiskey|covid 19|measles|free|school|my|his|her|your|pet) shots?( (clinic|records?|day|appointment))?|shots? (clinic|glass|clock|record|put|for|of (the|a|my|this))|shooting (range|hoops?|baskets?|stars?|a (film|movie|video|commercial|scene)|photos?|videos?|pictures?|off|fire\\w*|firecrackers?|pool|craps|basketball|up|heroin|drugs|galler\\w+|marbles|bottle rockets?|guards?)|(film|movie|photo|video|tv|target|basketball|skeet|trap|wedding|commercial|trouble) (shoot|shooting)s?',
    '(fire ?works?|fire ?crackers?) ~(explo\\w+|blow\\w* up|going off|shooting|burning|blasts?|bomb\\w*)|(shoot\\w*|explod\\w+|blow\\w* up|setting|lighting) ~(fire ?works?|fire ?crackers?)|(population|rats?|weeds?|bags?|tires?|tyres?|balloons?|trash|garbage|growth|mice|phone|bin|mosquito\\w*|costs?|prices?|sewage|potholes?|toilet|traffic|hydrant|sprinkler|soda|bottle|paint|pumpkin|graffiti|litter|crime|numbers|pipe|water main|main|watermelon) ~(explo\\w+|blew up)|(explo\\w+|bangs?|blasts?|shots|gunshots|booms?) ~(fire ?works?|fire ?crackers?)|(population|explosion) (explosion|of (weeds|rats|mice|litter|graffiti|growth|mosquito\\w*|trash|ants|color|flowers))|(bath|photo|seed|cherry|stink|paint|cluster) ?bombs?|bomb (shelter|cyclone|squad|drill)|exploded view',
    '(broke|break|breaking|broken|breaks) (in|into|down|through) ~(trash|garbage|bins?|cans?|pieces|two|half|small|lots|new|shoes|dumpsters?|chunks|coop|pavement|sidewalk|traffic|sewer|pipes?|asphalt|curb|ground|transit)|(raccoons?|rats?|bears?|squirrels?|mice|crows|roots?|coyotes?|water|birds?|animals?|possums?|bees|rabbits|deer|goats?|ants|tree|groundhogs?) ~(breaking|broke|climbing|break|breaks|kicking)|water (line |main )?break|bus (broke|break|breaking) down',
    '(keeps?|kept|always|often|frequently|repeated\\w*|used to) (on )?(breaking|climbing|robbing|stealing|smashing)',
    'br[ea]+th\\w* (because|due|from|with|in|through) ~(dust|smell\\w*|fumes|pollen|exhaust|odou?r|stench)|wildfires|wildfire ~(canada|california|smoke|seasons?|risk|maps?|haze|plan|air)',
    '(do|does|can|could|will|would|might|may) ~explode',
    '(burning|burns?) (leaves|brush|trash|garbage|wood|yard|plastic|rubber|calories|permits?|bans?|season|bush|eyes|sensation|in (my|the) (eyes|throat)|hours?|man|candles?|fat|debris|tires?|stuff|things|outdoors?|rules|laws?|out|fuel|refuse|logs?|waste|charcoal|incense|grass clippings|all (day|night)|during|day|night|smell ~(grill|neighbou?rs?|plant)|regulations|ordinance|barrel|pile|rate|center|unit|victims fund|question)|(open|leaf|trash|wood|brush|prescribed|controlled|backyard|yard|garbage|recreational|sun|rope|heart|free|lights?|lamps?|bulbs?|candle) burn(s|ing|ed|t)?|bulbs? burn\\w*|burn(t|ed) ?(out|house|building|down|area|grass|lot|car|garage|home)|(neighbors?|someone|people|they|man|guy) (is |are )?burns? ~(wood|leaves|trash|brush)',
    '(dead|injured|hurt|bleeding|trapped|stuck|sick|wounded|choking|unconscious|drowned|dying|poisoned) (wild |stray |baby |young |little )?(animals?|deer|birds?|goose|geese|dogs?|cats?|kittens?|raccoons?|possums?|opossums?|squirrels?|ducks?|ducklings?|fox|hawk|owl|turtles?|skunks?|rabbits?|coyote|pigeons?|puppy|puppies|trees?|plants?|weeds?|rats?|fish|swan|wildlife|fawn|seagull|bat|crow|bushes|shrubs?|flowers?|branch\\w*|grass|ash|oak|elm|limbs?|battery|snake|bees?|groundhog|mouse|mice)',
    '(deer|animals?|birds?|goose|geese|dogs?|cats?|kittens?|raccoons?|possums?|ducks?|ducklings?|fox|hawk|owl|turtles?|skunks?|rabbits?|coyote|puppy|squirrels?|opossums?|trees?|signs?|poles?|hydrants?|fences?|mailbox\\w*|walls?|bench\\w*|grates?|curbs?|lights?|sidewalk|guard ?rail|bollards?|fawn|swan|seagull|wildlife|fish|lamp|post|pothole|shelter|parked car|my car|bin|can|meter|gate|medians?|snake|shrubs?|plants?|bushes) ~(hit|struck|injured|hurt|trapped|run over|bleeding|drown\\w*|choking|collapsed|unconscious|unresponsive|dying|dead|poisoned)',
    '(weeds|vines|ivy|grass|plants|leaves|dust|traffic|drains?|smog|bugs|litter|algae|fumes|pollen|kudzu) ~chok\\w+|choking (hazards?|vines|weeds|(on |the |our |from )*(dust|weeds|traffic|drain|street|exhaust|streets|pollen|creek))',
    '(drown\\w*) (us |me )?(in|out|under) ~(trash|weeds|paperwork|garbage|debt|leaves|noise|litter|rats|bills|taxes|music|conversation|sound|calls|tv)|(plants?|trees?|flowers?|lawn|garden|roots|grass|seedlings?|yard) ~drown\\w*|flash flood\\w* ~(maps?|insurance|signs?|sirens?|alerts?|plan|zones?|preparedness|study|meeting|grants?|information|info|warning sign|gauge)',
    '(trees?|branch\\w*|limbs?|cart|bike|bicycle|phone|keys?|ball|sign|trash|bench|scooter|leaves|litter|toy|can|shoe|fence|cone|rocks?|debris|earring|ring|wallet|glasses|hat|barrel|cones|log|lid|grate|part|manhole cover|picnic|table|railing|chair|couch|tire|wheel|ducklings?|drone|frisbee|cup|gravel|dirt|mud|sand|asphalt|snow|barricade|bag|box|money|car keys|airpods?|kayak|canoe) ~(fell|fallen|falling|went|slipped|rolled|fall|dropped) (in|into|off|through|down)',
    '(beetles?|bugs?|insects?|aphids|worms|mosquitos?|mosquitoes|birds?|weeds|caterpillars|squirrels?|disease|geese|goose|crows?|wasps?|hornets?|mold|moths?|rust|fungus|termites|ants|hawks?|turkeys?|blackbirds?) ~(attack\\w*|kill\\w*|chas\\w*|hitting)|mosquito\\w* ~kill\\w*|kill\\w* ~(grass|trees?|weeds?|plants?|lawn|flowers?|time|bees|business|engine|birds|rats|vibe|roots|garden|switch)|(noise|heat|traffic|music|smell|pollen|allergies|barking|taxes|wait|sound) ~kill\\w*|(weed|road|over|buzz) ?kill\\w*',
    '(stroke|overdose|suicide|seizure|drowning|robbery|burglary|domestic violence|domestic abuse|family violence|child abuse|kidnapping|crime|fire|bomb|flood|gun violence|heart attack|cpr|opioid) ~(prevention|awareness|walk|fundraiser|hotline|training|programs?|reports?|statistics|stats|support|alarm permit|insurance|shelter|class|classes|course|certification|certified|resources|counseling|month|victims fund|survivors|kits?|center|lessons|help line|task force|unit|workshop|education|seminar|barriers?)|(file|filing|copy of|get|request) ~(police|crime|accident|theft|burglary|robbery) report',
    'attach\\w*|shout\\w*|parking|sparkl\\w*|spark plugs?|unarmed|army|ham radio|followed by|stroke (rehab|of)|heart of|raped?seed|grape\\w*|power (walk|wash)\\w*|shot down|dead end|body (shop|camera|cameras|work|art)|blood (drive|pressure|bank|donation|test)s?|stabili\\w+|stable|swing\\w* (set|seat|chair)|injury (claim|lawyer|law)|(accident|injury|crash|police) reports?|hit and run (report|last)|help(ing)? me (find|with|get|to|understand|fill|figure|pay|locate)',
    '(bike|tire|car|bicycle|wheel|stroller|scooter|wheelchair|shoe|heel|foot|plow|mower) ~(stuck|trapped|caught) ~(grate|rail|rack|pothole|mud|snow|gap|crack|tracks|hole|drain)',
  ],
  unless: [
    [
      'yesterday|last night|the other (day|night)|over the weekend|(earlier )?this (morning|week)|earlier today|overnight',
      ['fire', 'crime', 'injury', 'water'],
    ],
    [
      '(last|past) (week|weekend|month|year|summer|winter|spring|fall|autumn|\\w+day|time|few)|(week|month|year|day)s? (ago|earlier|before)|(after|since|following|because of|due to|left from|left (after|by)|damage from|from) (the|that|a|our|last|an) (\\S+ )?(fire|fires|explosion|shooting|flood\\w*|accident|crash|robbery|burglary|break in|leak|stabbing)|(old|previous|former) ~fire|in the past|used to|back in|anniversary|history|memorial|boarded up|rubble|every (single )?(night|day|week|weekend|morning|year|evening|time|spring|summer)|always|all the time|each (night|week|day)|(has|was|were|is|are|been|already|have) (been )?(put out|extinguished|repaired|fixed|restored|resolved)|false alarm|is out( now)?$|in (january|february|march|april|june|july|august|september|october|november|december|19\\d\\d|20\\d\\d)',
      ['fire', 'crime', 'injury', 'water', 'gas'],
    ],
    [
      `${parted} ~(be |get |getting |gets |been |seriously |badly )*(hurt|injur\\w*|kill\\w*|hit|struck|run over|drown\\w*|shot|stabbed|electrocut\\w*|trip\\w*|die|dies|start|starts|starting|cause|causes|causing|catch|catches|falls?|robbed|attacked|mugged|trapped|bleed\\w*|choke|fell|burned|struck|spread)|(fire|safety|tripping|drowning|shock|injury) (hazard|risk|danger)|(hazard|danger|unsafe|dangerous) (for|to) |accident waiting`,
      ['fire', 'injury', 'water', 'wires'],
    ],
    [
      `(before|until) ~${who} ~(shot|stabbed|robbed|attacked|mugged|raped|killed|assaulted|kidnapped)|afraid ~(attacked|robbed|mugged|shot)`,
      ['crime'],
    ],
    [
      '(if|in case|in the event|when|whenever|should) (of|there|a|an|i|someone|you|we|the) ~(fire|fires|smoke|explosion|emergency|flash|heart|robbery|gas|smell|shooting|drown\\w*|overdos\\w*|is a)|in case of',
      ['fire', 'crime', 'injury', 'water', 'gas', 'other', 'wires'],
    ],
    ['christmas|holiday|decorat\\w*', ['wires']],
    [
      'class|classes|training|drills?|exercise|course|meeting|survey|permits?|ordinance|policy|lessons?|brochure|insurance|workshop|volunteer|(apply|sign up) for|where (do|can) (i|we|you) (get|buy|donate|dispose|recycle|take|learn|find)|how (do|can|to) (i |we |you )?(get|apply|become|dispose|recycle|donate|learn|install|prevent)|museum|exhibit|rules|festival|parade|movie|mural|graffiti|tagged|poster|sticker|statistics|lawsuit',
      ['fire', 'crime', 'injury', 'water', 'gas', 'other'],
    ],
  ],
  not: '(no|never|without|nobody|none|isnt|wasnt|arent|isn t|aint|dont (see|smell|have|hear)|doesnt|didnt|werent|not|no one (is|was|got)|nobody (is|was|got)|nothing (is|was))( (longer|more|any|a|an|the|real|actual|signs? of|smell of|smell|active|about|is|was|visible|really|actually|much|on|in|from))*',
};
