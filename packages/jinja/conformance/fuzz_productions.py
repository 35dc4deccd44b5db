"""How expressions are made, by type: one form a line.

`<int>` stands for an expression of that type, `«a¦b»` for one of the pieces between the bars. A line may come more than once to be
taken more often.
"""

INT = """
<literal int>
(<int> + <int>)
(<int> - <int>)
(<int> * <int>)
(<int> // «2¦3¦-4¦7»)
(<int> % «2¦5¦-3»)
(<int> ** «0¦1¦2¦3»)
(-<int>)
(<int>)|abs
<strs>|length
<str>|length
<ints>|sum
<str>.count(<str>)
<str>|int
<float>|round|int
<str>.find(<word>)
<dict>|length
(<bool> + 1)
(<int> or <int>)
<str>|wordcount
<ints>.count(<int>)
<rows>|map(attribute='n')|map('int')|sum
(1, <int>)|max
<float>|int
'0x1F'|int(base=16)
<str>|int(default=<int>)
"""

FLOAT = """
<literal float>
(<int> / «2¦3¦4.0¦10¦-7»)
(<float> + <int>)
(<float> - <float>)
(<float> * <float>)
<int>|float
<float>|round(«0¦1¦2¦3»)
<float>|round(«0¦1¦2», «'floor'¦'ceil'¦'common'»)
<str>|float
(<float>)|abs
(<float> // 2)
(<float> % «2¦1.5¦-3»)
(<float> ** 2)
[<float>, <int>]|sum|float
"""

STR = """
<literal str>
(<str> ~ <any>)
(<any> ~ <any>)
(<str> + <str>)
(<str> or <str>)
(<str> and <str>)
(<str> * «0¦1¦2¦3¦-1»)
<str>[<bounds>]
<str>|«upper¦lower¦title¦capitalize¦trim¦string¦reverse¦pprint»
<str>|«e¦striptags¦forceescape¦safe¦urlencode¦urlize»
<str>.«upper¦lower¦title¦capitalize¦strip¦lstrip¦rstrip¦swapcase¦casefold¦expandtabs»()
<str>|replace(<str>, <str>)
<str>.replace(<word>, <str>«¦, 1¦, 0¦, -1»)
<str>|default(<str>«¦, true»)
<str>|first|default('-')
<str>|truncate(«3¦5¦8», «true¦false», '…', «0¦2»)
<str>|indent«¦(2)¦(2, true)¦('> ', true, true)¦(blank=true)»
<str>|wordwrap(«5¦8¦3, false¦6, true, '/'»)
<str>|center(«4¦9¦20»)
<str>|trim(«'a'¦' '¦'xy_'»)
<str>|list|reverse|join
<str>.«ljust(8, '.')¦rjust(8)¦center(7)¦zfill(6)¦center(8, '*')»
<str>.«removeprefix('a')¦removesuffix('c')¦strip('ab')¦lstrip(' ')»
<str>.split(«','¦¦'a'¦' '»)[0]|default("")
<str>.«partition('a')¦rpartition(',')»[«0¦1¦2»]
<strs>|join«¦(', ')¦('-')¦('')»
<strs>|first|default('none')
<strs>|last|default('none')
<strs>|sort|join
<strs>|map('upper')|join('+')
<ints>|join('/')
«', '¦''¦' and '».join(<strs>)
<rows>|map(attribute='name')|join(',')
<rows>|groupby('«n¦name¦ok»')|list|string
<any>|string
<any>|pprint
<any>|tojson
<dict>|tojson(indent=2)
<dict>|string
<dict>«.items()¦.keys()¦.values()¦|items|list¦|dictsort(by="key")»|string
<dict>|list|string
{'class': <str>, 'n': <int>, 'x': none}|xmlattr
<int>|filesizeformat«¦(true)»
echo(<any>, k=<any>)|string
echo(*<ints>)|string
«range(3)¦range(1, 9, 2)¦range(5, 0, -1)»«¦[1]¦[::2]¦|reverse|list¦|last»|string
'«%s¦%r¦%10s|¦%-6s|¦%.2s»' % <str>
'«%s=%s¦%r/%s¦%5s:%-5s|»' % (<any>, <any>)
'«%d¦%05d¦%+d¦%x¦%o¦% d¦%6d|¦%-6d|¦%e¦%g¦%.2f¦%s¦%i¦%#x»' % <int>
'«%f¦%.1f¦%08.3f¦%e¦%g¦%+.2f¦%s¦%r¦%d¦%.0f¦%G»' % <float>
'«{}¦{:>8}¦{:<8}|¦{:^9}|¦{:*^7}¦{!r}¦{:.2}¦{!r:>10}¦{:s}»'.format(<str>)
'«{}¦{:d}¦{:,}¦{:05d}¦{:+}¦{:x}¦{:b}¦{:>8}¦{:<8}|¦{:e}¦{:.2f}¦{:_}¦{:#x}¦{:%}¦{:g}¦{:^8}|»'.format(<int>)
'«{}¦{:.2f}¦{:,.1f}¦{:e}¦{:g}¦{:%}¦{:10.3f}¦{:<10}|¦{:+.1f}¦{:.3}¦{:.0f}¦{:012.4f}¦{!r}»'.format(<float>)
'{} {b} {}'.format(<any>, <any>, b=<any>)
'{0[0]}{0}'.format('ab' ~ <str>)
'%s-%s'|format(<any>, <any>)
"""

BOOL = """
«true¦false¦True¦False»
(<int><order><int>)
(<str><order><str>)
(<float><order><int>)
(<ints><order><ints>)
(<int> < <int> <= <float>)
(<any>« == ¦ != »<any>)
(<tuple> == <tuple>)
(<bool> == <int>)
(not <any>)
(<bool>« and ¦ or »<bool>)
(<str>« in ¦ not in »<strs>)
(<str>« in ¦ not in »<str>)
(<any> in <ints>)
(<str> in <dict>)
(<any> is «¦not »<safe test>)
(<int> is «odd¦even¦divisibleby 3¦divisibleby(2)»)
(<int> is «eq¦ne¦lt¦ge» «1¦2¦3»)
(<str> is in <strs>)
<str>.«isdigit¦isalpha¦isupper¦islower¦isspace¦isalnum¦istitle¦isidentifier¦isnumeric»()
<str>.«startswith¦endswith»(<str>)
(missing is «defined¦undefined¦not defined»)
"""

INTS = """
<literal ints>
[<int>, <int>]
range(«0¦3¦1, 5¦5, 0, -2»)|list
(<ints> + <ints>)
(<ints> * 2)
<ints>|sort«¦(reverse=true)»
<ints>|reverse|list
<ints>|unique|list
<ints>|select|list
<ints>[<bounds>]
<ints>.copy()
<ints>|«select¦reject»('«odd¦even»')|list
<ints>|«select¦reject»('«gt¦lt¦eq¦>=¦ne»', <int>)|list
<ints>|map('abs')|list
<ints>|batch(2)|map("sum")|list
<ints>|slice(2)|map("length")|list
<strs>|map('length')|list
<strs>|map('int', default=<int>)|list
<rows>|map(attribute='n')|map('int')|list
"""

STRS = """
<literal strs>
[<str>, <str>]
<str>.split(«','¦¦'a'¦' '¦',', 1¦none, 1»)
<str>.rsplit(«',', 1¦none, 1»)
<str>.splitlines()
<str>|list
(<strs> + <strs>)
<strs>[<bounds>]
<strs>|sort«¦(case_sensitive=true)¦(reverse=true)¦(true, true)»
<strs>|map('«upper¦lower¦title¦trim¦string¦capitalize¦e¦reverse»')|list
<strs>|map('replace', <word>, <word>)|list
<strs>|unique«¦(true)»|list
<strs>|select|list
<strs>|reject('in', <strs>)|list
<strs>|reverse|list
<strs>|groupby(0)|map("first")|map("string")|list
<ints>|map('string')|list
<dict>|map('string')|list
<rows>|map(attribute='name')|list
<rows>|«selectattr¦rejectattr»('ok')|map(attribute='name')|list
"""

ROWS = """
<literal rows>
[<row>, <row>]
(<rows> + <rows>)
<rows>[«1:¦:1¦::-1»]
<rows>|«selectattr¦rejectattr»('ok')|list
<rows>|selectattr('n', '«gt¦eq¦lt»', <int>)|list
<rows>|sort(attribute='«name¦n¦n,name»'«¦, reverse=true¦, case_sensitive=true»)
<rows>|unique(attribute='«n¦name»')|list
<rows>|groupby('«n¦name»')|map('last')|map('first')|list
"""

ROW = """
{'name': <str>, 'n': <int>, 'ok': <bool>}
"""

DICT = """
<literal dict>
{'a': <any>, 'b': <any>}
{<str>: <int>, <int>: <str>}
{<tuple>: <any>}
{'n': <none>, 'l': <ints>}
dict(a=<any>, k=<any>)
dict([('x', <any>)])
<dict>.copy()
"""

TUPLE = """
<literal tuple>
(<any>, <any>)
(<int>,)
(<tuple> + <tuple>)
(<tuple> * 2)
<tuple>[<bounds>]
<str>.partition(',')
"""

NONE = """
none
None
<dict>.get('nope')
"""

# What only a loop has.
IN_LOOP = {
    'int': 'loop.«index¦index0¦revindex¦length¦depth»',
    'bool': 'loop.«first¦last¦previtem is defined¦nextitem is defined¦changed(loop.index // 2)»',
    'str': "loop.cycle('a', 'b')",
}

# Anything applied to anything: most of these are mistakes.
WILD = """
(<any> + <any>)
(<any> - <any>)
(<any> * 2)
(<any> / <any>)
(<any> // 2)
(<any> % 3)
(<any> < <any>)
(<any> >= <any>)
(<any> == <any>)
(<any> ~ <any>)
(<any> in <any>)
(-<any>)
(<any>[0])
(<any>['a'])
(<any>[<any>])
(<any>[1:])
(<any>.a)
(<any>.missing.x)
(<any>())
(missing)
(missing.x)
(<any>|<filter use>)
(<any>|join(<any>))
(<any>|sort(attribute=<any>))
([<any>, <any>]|sum)
([<any>, <any>]|max)
(<any> is <test use>)
(<any>.upper())
(<any>.items()|list)
('%s' % <any>)
('%d' % <any>)
('{:>6}'.format(<any>))
(<any>.<method>(<arguments>))
(<any>.<method>(<arguments>))
(<any>.<method>(<arguments>))
(<any>.<method>(<arguments>))
(<any>|<filter>(<arguments>))
(<any>|<filter>(<arguments>))
(<any>|<filter>(<arguments>))
(<any>|<filter>(<arguments>))
(<any> is <test>(<arguments>))
(<any> is <test>(<arguments>))
"""

SAFE_TESTS = """
string number mapping iterable sequence none defined undefined boolean integer float true false callable lower upper
"""

METHODS = """
upper lower title capitalize swapcase casefold strip lstrip rstrip split rsplit splitlines join replace find rfind index rindex
count startswith endswith center ljust rjust zfill partition rpartition removeprefix removesuffix expandtabs isdigit isalpha format
append extend insert pop remove reverse sort copy clear get keys values items update setdefault popitem bit_length is_integer
"""

FILTERS = """
abs attr batch capitalize center default dictsort escape filesizeformat first float forceescape format groupby indent int items join
last length list lower map max min pprint reject rejectattr replace reverse round safe select selectattr slice sort string striptags
sum title tojson trim truncate unique upper urlencode urlize wordcount wordwrap xmlattr
"""

TESTS = """
boolean callable defined divisibleby eq equalto escaped even false filter float ge gt in integer iterable le lower lt mapping ne none
number odd sameas sequence string test true undefined upper
"""

FILTER_USES = """
upper lower title trim length list first last sort sum join int float abs round string tojson unique|list reverse|list max min
capitalize default("d") replace("a","b") indent batch(2)|list slice(2)|list dictsort items|list map("string")|list select|list
reject|list map(attribute="a")|list selectattr("a")|list groupby("a") truncate(4) wordcount wordwrap(5) center(6) e striptags urlencode
filesizeformat format(1) pprint xmlattr attr("a") sort(attribute="a") sum(attribute="a") max(attribute="a") map("upper")|list
map("int")|list round(1) int(3) float(1.5)
"""

TEST_USES = (
    SAFE_TESTS + ' odd even divisibleby(2) in([1]) eq(1) gt(1) sameas(none) escaped filter test'
)

BOUNDS = '1: :2 ::-1 ::2 -2: :-1 1:3 5:1:-1 : -3:-1 2::-1'
