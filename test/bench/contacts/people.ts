/** Names, cities and numbering plans that made-up contacts are put together from. */

export const firstNames =
  `Anna Ben Clara David Emma Felix Greta Hans Ida Jan Karl Lena Max Nora Otto Paula Quirin Rosa Sven Tina Ulf Vera Willi
  Xenia Yusuf Zoë Jürgen Sören Błażej Łukasz Aylin Çağla İbrahim Øystein Åse Chloé François Inés José Andréa Mateo Lucía
  Giulia Marco Chiara Luca Sofia Noah Mia Leon Emily Jack Olivia Harry Amelia George Isla Oscar Ava Freddie Grace Ahmed
  Fatima Omar Layla Юлия Иван Ольга Дмитрий Ελένη Γιώργος 太郎 花子 伟 芳 민준 서연 राज प्रिया`.split(/\s+/)

export const lastNames =
  `Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf
  Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann Köhler Maier Fuchs Kaiser
  Lang Weiß Peters Scholz Jung Möller Hahn Keller Vogel Schubert Roth Frank Friedrich Beck Günther Berger Winkler Lorenz
  Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green
  Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefèvre García Fernández López
  Martínez Sánchez Pérez Gómez Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Kowalski Nowak Wiśniewski Yılmaz
  Kaya Demir Şahin Çelik Hansen Johansen Olsen Nilsson Andersson Virtanen Korhonen Ivanov Петров 佐藤 鈴木 王 李 김 이 Kumar`.split(
    /\s+/,
  )

export const cities =
  `Berlin Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Essen Bremen Dresden Hannover Nürnberg
  London Manchester Birmingham Leeds Paris Lyon Marseille Madrid Barcelona Valencia Roma Milano Napoli Wien Graz Zürich
  Genève Warszawa Kraków Istanbul Ankara Oslo Stockholm Helsinki Chicago Dallas Denver Boston Miami Seattle Toronto`.split(
    /\s+/,
  )

/** Twenty countries; some with several areas. The rest of each number is the number of the contact. */
export const numberPlans = [
  { prefix: '+4930', digits: 8 },
  { prefix: '+4989', digits: 8 },
  { prefix: '+49151', digits: 8 },
  { prefix: '+49171', digits: 7 },
  { prefix: '+4479', digits: 8 },
  { prefix: '+4420', digits: 8 },
  { prefix: '+336', digits: 8 },
  { prefix: '+346', digits: 8 },
  { prefix: '+39333', digits: 7 },
  { prefix: '+43664', digits: 7 },
  { prefix: '+4179', digits: 7 },
  { prefix: '+4850', digits: 7 },
  { prefix: '+90532', digits: 7 },
  { prefix: '+474', digits: 7 },
  { prefix: '+4670', digits: 7 },
  { prefix: '+35840', digits: 7 },
  { prefix: '+1212', digits: 7 },
  { prefix: '+1312', digits: 7 },
  { prefix: '+1303', digits: 7 },
  { prefix: '+1213', digits: 7 },
  { prefix: '+1416', digits: 7 },
  { prefix: '+61412', digits: 6 },
  { prefix: '+81901', digits: 7 },
  { prefix: '+55119', digits: 8 },
  { prefix: '+5255', digits: 8 },
  { prefix: '+91981', digits: 7 },
  { prefix: '+2782', digits: 7 },
  { prefix: '+316', digits: 8 },
] as const
