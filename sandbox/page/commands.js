// The bot's commands as it announced them, to be tapped instead of typed.
import { h } from "./dom.js";
import * as sheet from "./sheet.js";

/** Opens the list; the chosen command goes to `onSay`. */
export function open(screen, world, onSay) {
  sheet.open(screen, "可以这样问", (close) => {
    const line = ({ command, description }) => {
      const say = () => {
        close();
        onSay(`/${command}`);
      };
      return h("button", { type: "button", class: "member", onclick: say }, h("b", { class: "command" }, `/${command}`), h("span", {}, description));
    };
    return h("div", { class: "commands" }, world.bot.commands.map(line));
  });
}
