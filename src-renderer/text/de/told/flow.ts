import type { Phrase } from '../../phrasebook.ts'

/** What the check of a flow finds. */
export const flow: readonly Phrase[] = [
  [
    'There is no step yet. Add the first one from the list of steps.',
    'Es gibt noch keinen Schritt. Den ersten aus der Liste der Schritte hinzufügen.',
  ],
  [
    'The start leads to “{step}”, which does not exist. Choose a step to start with.',
    'Der Start führt zu „{step}“, das es nicht gibt. Einen Schritt für den Anfang wählen.',
  ],
  [
    '{name:said} is {value:count}. Choose a value from {least:count} to {most:count}.',
    '{name} ist {value}. Einen Wert von {least} bis {most} wählen.',
  ],
  ['tries', 'Zahl der Fragen'],
  ['waitSeconds', 'Wartezeit in Sekunden'],
  ['digits', 'Zahl der Ziffern'],
  ['maxCallSeconds', 'Längster Anruf in Sekunden'],
  ['It says nothing. Write a text.', 'Hier wird nichts gesagt. Einen Text schreiben.'],
  [
    'It uses {{{name}}}, which nothing fills. Give it a default value or correct the name.',
    'Verwendet {{{name}}}, das nichts füllt. Einen Vorgabewert geben oder den Namen berichtigen.',
  ],
  [
    'The goal has no name. Give it one, such as appointment_confirmed.',
    'Das Ziel hat keinen Namen. Einen geben, etwa appointment_confirmed.',
  ],
  [
    'It does not say which question it answers. Name it.',
    'Es fehlt, welche Frage beantwortet wird. Sie nennen.',
  ],
  [
    'It does not say what it goes by. Choose an answer or a field.',
    'Es fehlt, wonach sich der Weg richtet. Eine Antwort oder ein Feld wählen.',
  ],
  [
    'It has no case, so everybody goes the same way. Add a case or delete it.',
    'Ohne Fall gehen alle denselben Weg. Einen Fall hinzufügen oder den Schritt löschen.',
  ],
  [
    'The case “{value}” stands there twice. Change or delete one of them.',
    'Der Fall „{value}“ steht zweimal da. Einen davon ändern oder löschen.',
  ],
  [
    'Its answer has no name that a text could use. Take one without blanks and braces.',
    'Die Antwort hat keinen Namen, den ein Text verwenden kann. Einen ohne Leerzeichen und Klammern nehmen.',
  ],
  [
    'No key is understood. Add a choice or allow digits.',
    'Keine Taste wird verstanden. Eine Taste hinzufügen oder Ziffern erlauben.',
  ],
  [
    'Nothing follows when digits were entered. Set the next step.',
    'Nach den Ziffern folgt nichts. Den nächsten Schritt setzen.',
  ],
  [
    'The key {key} is a choice and also part of a number. Use * for the choice or drop the digits.',
    'Die Taste {key} ist eine Wahl und zugleich Teil einer Zahl. Für die Wahl * nehmen oder auf Ziffern verzichten.',
  ],
  [
    'It leads to “{step}”, which does not exist. Add that step or choose another.',
    'Führt zu „{step}“, das es nicht gibt. Den Schritt hinzufügen oder einen anderen wählen.',
  ],
  [
    'Nothing leads here. Connect it to a step or delete it.',
    'Nichts führt hierher. Mit einem Schritt verbinden oder löschen.',
  ],
  [
    'No path from here reaches an end. Lead one of the following steps to an end.',
    'Kein Weg von hier erreicht ein Ende. Einen der folgenden Schritte zu einem Ende führen.',
  ],
  [
    'It goes round in a circle in which nobody speaks. Put a text or a question into the circle.',
    'Der Weg läuft im Kreis, ohne dass jemand spricht. Einen Text oder eine Frage in den Kreis setzen.',
  ],
  [
    'Nobody can refuse further calls here. Add an opt-out: many countries ask for one, and so does the checklist of a launch.',
    'Hier kann niemand weiteren Anrufen widersprechen. Einen Widerspruch hinzufügen: Viele Länder verlangen ihn, und die Prüfliste vor dem Start auch.',
  ],
  [
    '{way:said} leads nowhere. Draw a line to a step, or let it go to an end.',
    '{way} führt nirgendwohin. Eine Linie zu einem Schritt ziehen oder zu einem Ende führen.',
  ],
  ['Key {key}', 'Taste {key}'],
  ['Branch “{name:said}”', 'Zweig „{name}“'],
  ['What comes next', 'Was folgt,'],
  ['Else', 'Sonst'],
  ['Silence', 'Stille'],
  ['Another key', 'Andere Taste'],
]
