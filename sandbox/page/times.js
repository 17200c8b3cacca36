// Reads the server's times and says them the way the street does: Shanghai time, Chinese words.

const ZONE = "Asia/Shanghai";
const DAY_MS = 86_400_000;
const PARTS = new Intl.DateTimeFormat("zh-CN", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  weekday: "short",
  hourCycle: "h23",
});

function parts(moment) {
  return Object.fromEntries(PARTS.formatToParts(new Date(moment)).map((part) => [part.type, part.value]));
}

/** Milliseconds since 1970 of a time given as Unix seconds or as ISO text. */
export function read(value) {
  return typeof value === "number" ? value * 1000 : Date.parse(value);
}

/** "10:02". */
export function hourMinute(moment) {
  const { hour, minute } = parts(moment);
  return `${hour}:${minute}`;
}

/** "11月24日 周二". */
export function monthDay(moment) {
  const { month, day, weekday } = parts(moment);
  return `${Number(month)}月${Number(day)}日 ${weekday}`;
}

/** The calendar day as a key, "2026-11-24". */
export function dayKey(moment) {
  const { year, month, day } = parts(moment);
  return `${year}-${month}-${day}`;
}

/** "今天", "昨天" or the date, seen from `now`. */
export function dayWords(moment, now) {
  if (dayKey(moment) === dayKey(now)) return "今天";
  if (dayKey(moment) === dayKey(now - DAY_MS)) return "昨天";
  return monthDay(moment);
}

/** What a datetime-local field shows for this moment. */
export function fieldValue(moment) {
  const { hour, minute } = parts(moment);
  return `${dayKey(moment)}T${hour}:${minute}`;
}

/** The ISO time meant by a datetime-local field; the street keeps Shanghai time wherever the browser is. */
export function fieldTime(value) {
  return `${value}${value.length === 16 ? ":00" : ""}+08:00`;
}
