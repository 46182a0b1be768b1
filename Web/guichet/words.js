// Words of every screen, French and English. Codes are those of Spec/verdicts.md 1.

const both = (...sentences) => [0, 1].map((i) => sentences.map((one) => one[i]).join(" "));
const OTHER_WAY = [
    "Utilisez la douchette, ou collez le texte du code.", "Use the scanner, or paste the text of the code."];

/** Words of the page itself: French, English. */
const PAGE = {
    title: ["Contrôle des justificatifs", "Checking justificatifs"],
    present: ["Scannez le code", "Scan the code"],
    presentHow: ["Rien à cliquer : la douchette suffit.", "Nothing to click: scanning is enough."],
    open: ["Ouvrir un fichier", "Open a file"],
    camera: ["Caméra", "Camera"],
    cameraStop: ["Arrêter la caméra", "Stop the camera"],
    otherWays: [
        "On peut aussi coller un texte (Ctrl+V) ou déposer un fichier.",
        "You can also paste a text (Ctrl+V) or drop a file."],
    noPictures: both(
        ["Ce navigateur ne sait pas lire un code à la caméra ni dans une image.",
            "This browser cannot read a code by camera or in a picture."], OTHER_WAY),
    cameraRefused: both(["La caméra n’est pas disponible.", "The camera is not available."], OTHER_WAY),
    settings: ["Réglages, exercice et compteur du jour", "Settings, practice and today’s counter"],
    greenSeconds: ["Effacer un résultat vert après (secondes)", "Erase a green result after (seconds)"],
    otherSeconds: ["Effacer les autres après (secondes)", "Erase the others after (seconds)"],
    sound: ["Son", "Sound"],
    practice: ["S’exercer", "Practise"],
    practiceBand: ["EXERCICE : personnes fictives, rien n’est vrai", "PRACTICE: fictional people, nothing is true"],
    practiceHow: [
        "Scannez un code de la feuille d’exercice, ou choisissez une réponse.",
        "Scan a code of the practice sheet, or choose an answer."],
    practiceScreen: ["Réponse", "Answer"],
    practiceEnd: ["Quitter l’exercice", "End practice"],
    practiceMark: ["EXERCICE", "PRACTICE"],
    today: ["Aujourd’hui, sans aucun nom", "Today, without any name"],
    next: ["Suivant (Échap)", "Next (Escape)"],
    hold: ["Garder affiché (Espace)", "Keep on screen (Space)"],
    release: ["Reprendre le décompte (Espace)", "Resume (Space)"],
    copy: ["Copier la ligne de contrôle", "Copy the control line"],
    copied: ["Ligne copiée, sans aucun nom.", "Line copied, without any name."],
    notCopied: ["La copie n’est pas possible ici.", "Copying is not possible here."],
    erasedIn: ["Effacé dans {} s", "Erased in {} s"],
    held: ["Gardé affiché", "Kept on screen"],
    compareName: ["Pièce : nom de naissance", "Card: birth name"],
    compareBirth: ["Pièce : date (jj/mm/aaaa)", "Card: date (dd/mm/yyyy)"],
    sameName: ["✓ Même nom", "✓ Same name"],
    otherName: ["✗ Nom différent", "✗ Different name"],
    sameBirth: ["✓ Même date", "✓ Same date"],
    otherBirth: ["✗ Date différente", "✗ Different date"],
    born: ["Date de naissance : {}", "Date of birth: {}"],
    issuer: ["Émetteur", "Issuer"],
    issued: ["Établi le", "Issued on"],
    lastDay: ["Utilisable jusqu’au", "Good until"],
    lastDayIncluded: ["{} inclus", "{} included"],
    cancelledKnown: ["Annulations connues au {}", "Cancellations known as of {}"],
    reference: ["Référence", "Reference"],
    reason: ["Code pour l’assistance", "Code for support"],
    listsOf: ["Listes du {} ({})", "Lists of {} ({})"],
    reading: ["Lecture en cours…", "Reading…"],
    giveLists: ["Déposez leurs fichiers ici.", "Drop their files here."],
    clockRight: ["La date de ce poste est juste", "The date of this machine is right"],
    listsTaken: ["Listes installées.", "Lists installed."],
    listsOlder: [
        "Ces listes sont plus anciennes que celles de ce poste. Rien n’a changé.",
        "These lists are older than those of this machine. Nothing changed."],
    listsRefused: [
        "Liste refusée. Prévenez le service informatique : {}.",
        "List refused. Tell the people who run this machine: {}."],
    otherDocument: [
        "La personne peut présenter un autre justificatif.", "The person may present another document."],
};

const ASK_LISTS = [
    "Demandez de nouvelles listes au service informatique.",
    "Ask the people who run this machine for new lists."];
const TOO_OLD = ["absentes ou trop anciennes", "missing or too old"];
const WRONG_CLOCK = ["la date de ce poste semble fausse", "the date of this machine seems wrong"];
const CLOCK_SAYS = ["Ce poste indique le {}.", "This machine says it is {}."];
const CANNOT = ["Contrôle impossible :", "Cannot be checked:"];
/** Of the states of an engine's lists: what is said behind their date, and what to do about it. */
const LISTS = {
    practice: [["Listes d’exercice", "Practice lists"]],
    none: [["Aucune liste : rien ne peut être contrôlé", "No list: nothing can be checked"], ASK_LISTS],
    aging: [["à renouveler", "to be renewed"]],
    stale: [TOO_OLD, ASK_LISTS],
    clock: [
        WRONG_CLOCK,
        both(CLOCK_SAYS, ["Faites corriger cette date, puis rouvrez cette page.",
            "Have this date corrected, then open this page again."])],
};

const INNOCENT = ["Le document n’est pas en cause.", "The document is not at fault."];
const TELL = ["Prévenez le service informatique.", "Tell the people who run this machine."];
const COMPARE = [
    "Comparez le nom de naissance et la date de naissance avec la pièce d’identité ou le dossier.",
    "Compare the birth name and the date of birth with the identity card or the file."];
const AGAIN = ["Demandez un nouveau justificatif.", "Ask for a new one."];
const DO_NOT = ["N’acceptez pas ce document.", "Do not accept this document."];

/** Headline and advice of each code; {} is the day or the recipient that belongs to it. */
const VERDICTS = {
    "valid": [["Justificatif authentique", "Authentic"], COMPARE],
    "valid-lists-aging": [
        ["Justificatif authentique (listes du {})", "Authentic (lists of {})"],
        both(COMPARE, ["Signalez au service informatique que les listes vieillissent.",
            "Tell the people who run this machine that the lists are aging."])],
    "signature-invalid": [
        ["Authenticité non confirmée", "Authenticity not confirmed"], DO_NOT],
    "issuer-unknown": [["Émetteur non reconnu", "Issuer not recognised"], DO_NOT],
    "out-of-scope": [
        ["Émetteur non autorisé pour cette information", "Issuer not entitled to state this"], DO_NOT],
    "key-withdrawn": [
        ["Signature de l’émetteur retirée", "Signature of the issuer withdrawn"],
        both(["La personne n’y est peut-être pour rien.",
            "The person may have nothing to do with it."], AGAIN)],
    "revoked": [
        ["Justificatif annulé", "Cancelled"],
        both(["Annulé par l’émetteur ou à la demande du titulaire.",
            "Cancelled by the issuer or at the holder’s request."], AGAIN)],
    "expired": [["Délai dépassé : valable jusqu’au {} inclus", "Expired: was good until {}"], AGAIN],
    "not-yet-valid": [
        ["Justificatif daté du {} (date future)", "Dated {}, in the future"],
        ["Vérifiez la date de ce poste, puis scannez de nouveau.",
            "Check the date of this machine, then scan again."]],
    "wrong-recipient": [
        ["Établi pour : {}", "Made for: {}"],
        ["Authentique, mais destiné à un autre organisme. Demandez un justificatif pour le vôtre.",
            "Authentic, but meant for another body. Ask for one made for yours."]],
    "lists-stale": [
        both(CANNOT, ["listes", "lists"], TOO_OLD), both(INNOCENT, TELL)],
    "clock-suspect": [
        both(CANNOT, WRONG_CLOCK), both(CLOCK_SAYS, INNOCENT, TELL)],
    "malformed": [
        ["Code incomplet ou abîmé", "Code incomplete or damaged"],
        ["Scannez de nouveau, bien à plat, ou copiez de nouveau le texte entier. "
            + "Sinon, demandez une nouvelle impression.",
            "Scan again, laid flat, or copy the whole text again. Otherwise ask for a new print."]],
    "version-unknown": [
        ["Format plus récent que ce logiciel", "Format newer than this software"],
        both(INNOCENT, TELL)],
    "foreign-code": [
        ["Ce code n’est pas un justificatif", "This code is not a justificatif"],
        ["Scannez le code marqué « À contrôler au guichet ».",
            "Scan the code marked « À contrôler au guichet »."]],
    "unreadable": [
        ["Aucun code lu", "No code was read"],
        ["Approchez, éclairez, mettez à plat, recommencez.",
            "Come closer, give light, lay flat, try again."]],
    "several-codes": [
        ["Plusieurs justificatifs sur la même image", "Several justificatifs in one picture"],
        ["Présentez-les un par un.", "Present them one by one."]],
    "internal-error": [
        ["Incident technique", "Technical incident"],
        both(INNOCENT, ["Recommencez, puis donnez le code ci-dessous à l’assistance.",
            "Try again, then give the code below to the support desk."])],
};

const USE_SCANNER = [
    "Scannez le code imprimé ou affiché à l’écran.", "Scan the code as printed or on a screen."];
const TOO_LARGE = both(
    ["Trop grand ou trop long pour être lu.", "Too large or too long to be read."], USE_SCANNER);
/** Advice that is better than that of `unreadable`: another try helps only `no-code`. */
const UNREADABLE_ADVICE = {
    "no-picture-reader": PAGE.noPictures,
    "pdf-disabled": both(["Cette page ne lit pas les PDF.", "This page does not read PDF."], USE_SCANNER),
    "not-a-picture": both(["Ce format n’est pas lu.", "This format is not read."], USE_SCANNER),
    "too-large": TOO_LARGE,
    "too-many-pages": TOO_LARGE,
    "damaged": both(["Fichier abîmé ou incomplet.", "File damaged or incomplete."], USE_SCANNER),
    "empty": both(["Il n’y a rien à lire.", "There is nothing to read."], USE_SCANNER),
    "out-of-memory": both(["Ce poste manque de mémoire.", "This machine is short of memory."], INNOCENT, TELL),
};

/** No verdicts: what a typed text fails with the first time, and a real code during practice. */
export const SCAN_AGAIN = "scan-again";
export const NOT_PRACTICE = "not-practice";
const NOT_JUDGED = {
    [SCAN_AGAIN]: [
        ["Lecture incertaine", "Uncertain reading"],
        ["Scannez une seconde fois.", "Scan a second time."]],
    [NOT_PRACTICE]: [
        ["Ce code n’est pas de la feuille d’exercice", "This code is not of the practice sheet"],
        ["Il n’a pas été contrôlé. Quittez l’exercice, puis scannez de nouveau.",
            "It was not checked. End practice, then scan again."]],
};
export const isJudged = (code) => !Object.hasOwn(NOT_JUDGED, code);
const UNKNOWN_WORDS = [
    ["Réponse inconnue de ce logiciel", "An answer this software does not know"],
    both(["N’en concluez rien.", "Conclude nothing from it."], TELL)];
export const VERDICT_CODES = Object.keys(VERDICTS);
const FAMILY_NAMES = ["green", "red", "amber", "grey"];
const GREEN_CODES = ["valid", "valid-lists-aging"];

export function pageWord(name, language) {
    return PAGE[name][language === "en" ? 1 : 0];
}

/** What is said of lists in this state, and a hint; `date` is what the clock of the machine says. */
export function listsWords(state, language, date) {
    const [said = [], hint = []] = LISTS[state] ?? [];
    const index = language === "en" ? 1 : 0;
    return { said: said[index] ?? "", hint: (hint[index] ?? "").replace("{}", date) };
}

/** Headline, advice and family of a verdict object. What is not known is never green. */
export function verdictWords(verdict, language, detail) {
    const index = language === "en" ? 1 : 0;
    const code = verdict.verdict;
    const all = { ...NOT_JUDGED, ...VERDICTS };
    const words = Object.hasOwn(all, code) ? all[code] : UNKNOWN_WORDS;
    const known = FAMILY_NAMES.includes(verdict.family) ? verdict.family : "grey";
    const family = known === "green" && !GREEN_CODES.includes(code) ? "grey" : known;
    const other = family === "green" || !isJudged(code) ? "" : ` ${PAGE.otherDocument[index]}`;
    const advice = (UNREADABLE_ADVICE[verdict.reason] ?? words[1])[index] + other;
    return { headline: words[0][index].replace("{}", detail), advice: advice.replace("{}", detail), family };
}
