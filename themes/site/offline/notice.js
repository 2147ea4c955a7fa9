// What a page says of itself when it is shown from the device: what is known to have changed since it was checked.
const OLD_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

// The page as it is to be shown; `now` in milliseconds since 1970.
function withNotice(html, entry, path, now) {
  const marked = html.replace(/<html\b/, `<html data-tb-kept="${escaped(entry.checked)}"`);
  const told = remarks(entry, path, now);
  if (!told.length) return marked;
  const lines = told.map((text) => `<p>${escaped(text)}</p>`).join("");
  const notice = `<div class="admonition warning tb-kept" role="note"><p class="admonition-title">离线副本</p>${lines}</div>`;
  return marked.replace(/<h1\b/, (title) => notice + title);
}

function remarks(entry, path, now) {
  const told = ((entry.status.pages || {})[path] || []).map((one) => pastBasis(one, entry.status.checked));
  if (entry.newest !== entry.hash) told.push("这本书已有更新，这里还是以前存下的一份；联网再打开，就会换成新的。");
  const days = Math.floor((now - Date.parse(entry.checked)) / DAY);
  if (days > OLD_DAYS)
    told.push(`标准状态是 ${entry.checked} 核对的，已过去 ${days} 天，其间标准可能换了新版；联网后请看最新的一页。`);
  return told;
}

function pastBasis(one, checked) {
  const since = one.since ? `自 ${one.since} 起` : "";
  const what = one.verdict === "withdrawn" ? "已废止" : `已被 ${one.successors.join("、") || "新标准"} 代替`;
  return `本篇依据的 ${one.edition} ${since}${what}（${checked} 核对）。`;
}

function escaped(text) {
  return String(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
