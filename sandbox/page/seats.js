// Who holds which phone, written in the address so that a reload or a shared link shows the same street.
import { PRIVATE } from "./world.js";

// The smallest whole story: who reports, who claims, who watches. Groups are found by the start of their title.
const FIRST_SEATS = [
  ["r1", PRIVATE],
  ["hj_w", "汇嘉"],
  ["street_d", "汇嘉"],
];
// Who is called to a new phone, in this order, if he does not sit already.
const NEXT_PEOPLE = ["hj_g", "hj_h", "r2", "street_d", "jp_w", "street_l"];

function seatOf(world, person, wanted) {
  const chats = world.chatsOf(person);
  const named = chats.find((chat) => chat.id === wanted || (chat.type !== "private" && chat.title.startsWith(wanted)));
  return { person, chat: (named ?? chats[1] ?? chats[0]).id };
}

/** The seats named in the address, or the usual ones. */
export function read(world) {
  const written = new URLSearchParams(location.hash.slice(1)).getAll("phone").map((seat) => seat.split("~"));
  const known = written.filter(([person]) => world.person(person));
  if (known.length > 0) return known.map(([person, chat]) => seatOf(world, person, chat ?? PRIVATE));
  const usual = FIRST_SEATS.filter(([person]) => world.person(person));
  if (usual.length > 0) return usual.map(([person, chat]) => seatOf(world, person, chat));
  return world.people.slice(0, FIRST_SEATS.length).map((person) => seatOf(world, person.username, PRIVATE));
}

/** Writes the seats into the address without a new entry in the history. */
export function write(seats) {
  const marks = seats.map(({ person, chat }) => `phone=${encodeURIComponent(person)}~${encodeURIComponent(chat)}`);
  history.replaceState(null, "", `#${marks.join("&")}`);
}

/** The seat of one more phone. */
export function next(world, seats) {
  const seated = new Set(seats.map((seat) => seat.person));
  const everyone = [...NEXT_PEOPLE, ...world.people.map((person) => person.username)];
  const person = everyone.find((username) => world.person(username) && !seated.has(username));
  return seatOf(world, person ?? world.people[0].username, "");
}
