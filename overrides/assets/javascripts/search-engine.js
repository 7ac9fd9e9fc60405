// Finds pages for what a reader types. Pagefind holds the index; here the words that say something are picked out, and
// the answers for all of them and for each of them are weighed together, so that a whole question finds its page too.

const root = new URL("../../", import.meta.url);

// Words that every text has, and that a question is made of. They are left out unless nothing else was typed.
const EMPTY = {
  da: "af alle alt andre at blev bliver da de dem den denne der deres det dette dig din dit dog du efter eller en end er et eget egne egen for fra få får før gør gøre god gå ham han har have hos hvad hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår i ikke ind jeg jer jeres kan kom kommer kunne lade man mange med meget mellem men mig min mit mod må ned nogen noget nogle nu når og også om op os over på sig sin sit skal skulle som så sådan til ud uden under ved vi vil ville var vor vores være været vi find finde findes bruge bruger brug bedst hjælp",
  en: "a about all also am an and any are as at be been but by can could did do does for from get give has have how i if in into is it its me more most my no not of on or our out over own shall should so some such than that the their them then there these they this those to up us use used was we were what when where which who why will with would you your find best need help",
};
const CLAUSE = /\b([a-z]{3})[\s-]?([a-z]{3})[\s-]?(\d{3})\b/g;
const RULE = /\b([a-z]{3})[\s-](\d{2})\b/g;
const MOST_WORDS = 6;
const LEAST = 0.2;
const RANKING = { termSimilarity: 8, pageLength: 0.1, termSaturation: 1.2, termFrequency: 0.4, metaWeights: { title: 8, summary: 2, fact: 1, type: 0.5 } };

export function tellingWords(query, language) {
  const said = query
    .toLocaleLowerCase(language)
    .replace(CLAUSE, "$1$2$3")
    .replace(RULE, "$1$2")
    .split(/[^\p{L}\p{N}.+/-]+/u)
    .map((word) => word.replace(/^[.\-/]+|[.\-/]+$/g, ""))
    .filter(Boolean);
  const empty = new Set((EMPTY[language] ?? "").split(" "));
  const telling = said.filter((word) => !empty.has(word));
  return [...new Set(telling.length ? telling : said)];
}

async function load(language) {
  const known = fetch(new URL(`assets/search/${language}.json`, root)).then((answer) => (answer.ok ? answer.json() : []), () => []);
  const pagefind = await import(new URL("pagefind/pagefind.js", root));
  await pagefind.options({ basePath: new URL("pagefind/", root).pathname, baseUrl: root.pathname, noWorker: true, ranking: RANKING });
  await pagefind.init();
  return { pagefind, known: await known };
}

// How many letters to add, drop, change or swap to get from one word to the other; more than most counts as too many.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= other.length; at += 1) {
      const same = one[row - 1] === other[at - 1];
      now[at] = Math.min(last[at] + 1, now[at - 1] + 1, last[at - 1] + (same ? 0 : 1));
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (swapped) now[at] = Math.min(now[at], before[at - 2] + 1);
    }
    if (Math.min(...now) > most) return most + 1;
    [before, last] = [last, now];
  }
  return last[other.length];
}

// æ, ø and å as they are typed without: in two letters or in one.
const inTwo = (word) => word.replace(/[æöø]/g, (letter) => (letter === "æ" ? "ae" : "oe")).replace(/å/g, "aa").replace(/é/g, "e");
const inOne = (word) => word.replace(/æ/g, "a").replace(/[öø]/g, "o").replace(/å/g, "a").replace(/é/g, "e");

// The word as it was meant: as it is, with its Danish letters, or the word of the hub that is a letter or two away.
function meant(word, known) {
  if (known.includes(word)) return word;
  const danish = known.find((each) => inOne(each) === word || inTwo(each) === word);
  if (danish) return danish;
  if (word.length < 5 || /\d/.test(word) || known.some((each) => each.startsWith(word) || (each.length > 4 && word.startsWith(each) && word.length - each.length < 4))) return word;
  const most = word.length < 9 ? 1 : 2;
  const near = known.map((each) => [distance(word, each, most), each]).filter(([steps]) => steps <= most);
  near.sort(([one], [other]) => one - other);
  return near.length ? near[0][1] : word;
}

// Pagefind answers for a word it does not have with words that begin alike, however short. Such an answer is none: what
// it marked in its best page must be most of the word.
async function isThere(word, results) {
  const { excerpt } = await results[0].data();
  const marked = excerpt.match(/<mark>(.*?)<\/mark>/)?.[1].replace(/[^\p{L}\p{N}]/gu, "") ?? word;
  return marked.length >= Math.min(word.length - 3, word.length * 0.6);
}

function weigh(lists) {
  const scores = new Map();
  const pages = Math.max(...lists.map((results) => results.length));
  for (const results of lists) {
    const best = results[0].score || 1;
    // A word that few pages have says more than one that most have.
    const rarity = Math.log(2 + pages / results.length);
    for (const result of results) {
      const known = scores.get(result.id) ?? { result, sum: 0, words: 0 };
      known.sum += rarity * Math.sqrt(result.score / best);
      known.words += 1;
      scores.set(result.id, known);
    }
  }
  const weighed = [...scores.values()].map(({ result, sum, words }) => ({ result, weight: sum * (words / lists.length) }));
  weighed.sort((one, other) => other.weight - one.weight);
  return weighed.filter(({ weight }) => weight > weighed[0].weight * LEAST).map(({ result }) => result);
}

export function createEngine(language) {
  let loading;
  const ready = () => (loading ??= load(language));
  return {
    ready,
    // Returns Pagefind's results, the best first, each with data(); filters are lists of values by name.
    async find(query, filters = {}) {
      const words = tellingWords(query, language);
      if (!words.length) return [];
      const { pagefind, known } = await ready();
      const each = [];
      let sure = false;
      for (const said of words.slice(0, MOST_WORDS)) {
        const word = meant(said, known);
        const { results } = await pagefind.search(word, { filters });
        if (!results.length) continue;
        each.push(results);
        sure ||= known.some((each) => each.startsWith(word)) || (await isThere(word, results));
      }
      if (!sure) return [];
      return each.length > 1 ? weigh(each) : (each[0] ?? []);
    },
    async choices() {
      return (await ready()).pagefind.filters();
    },
  };
}
