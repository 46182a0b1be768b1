-- French typography of the guides: what a line must not be broken at, and what stays with what follows it.

local narrow, wide = "\u{202F}", "\u{A0}"

local function is_space(inline)
    return inline and (inline.t == "Space" or inline.t == "SoftBreak")
end

-- The spaces before ; ! ? and inside of « » belong to them.
function Inlines(inlines)
    for place, inline in ipairs(inlines) do
        local before, after = inlines[place - 1], inlines[place + 1]
        if is_space(inline) then
            local text = after and after.t == "Str" and after.text or ""
            if text:match("^[;!?]") then
                inlines[place] = pandoc.Str(narrow)
            elseif text:match("^:") or text:match("^»") then
                inlines[place] = pandoc.Str(wide)
            elseif before and before.t == "Str" and before.text:match("«$") then
                inlines[place] = pandoc.Str(wide)
            end
        end
    end
    return inlines
end

-- A word of a command is not broken at its hyphens; a path is, after a slash.
function Code(code)
    local spans = code.text:gsub("[&<>]", { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;" })
        :gsub("/?[^%s/]+/?", function(part)
            return "<span>" .. part .. "</span>"
        end)
    return pandoc.RawInline("html", "<code>" .. spans .. "</code>")
end

-- What ends with a colon is on the page of what it announces.
function Blocks(blocks)
    for place, block in ipairs(blocks) do
        local following = blocks[place + 1]
        if block.t == "Para" and following and following.t ~= "Para"
            and pandoc.utils.stringify(block):match(":$") then
            blocks[place] = pandoc.Div(block, { class = "announces" })
        end
    end
    return blocks
end

-- A table without a head is a record: it is not divided.
function Table(table)
    local head = ""
    for _, row in ipairs(table.head.rows) do
        for _, cell in ipairs(row.cells) do head = head .. pandoc.utils.stringify(cell.contents) end
    end
    if head == "" then table.classes:insert("record") end
    return table
end
